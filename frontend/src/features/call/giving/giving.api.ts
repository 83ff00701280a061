import type { QueueEntry } from "@balie/contract/meetings";
import { post } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";
import { type Upload, uploadFile } from "../documents/upload-file.js";

/** null: no page any more. */
export const showPage = (meetingId: string, url: string | null): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/shown-page`, { url }, { retries: 1 }));

export const giveDocument = (meetingId: string, upload: Upload): Promise<QueueEntry> =>
  asClerk(uploadFile<QueueEntry>(`/api/meetings/${meetingId}/given-documents`, upload));

/** For the citizen whom it was given to. */
export const givenAddress = (arrivalId: string, documentId: string): string =>
  `/api/arrivals/${arrivalId}/documents/${documentId}/file`;
