import type { AskedDocument } from "@balie/contract/documents";
import type { QueueEntry } from "@balie/contract/meetings";
import { post } from "../../../platform/api.js";
import { asClerk } from "../../../platform/session-end.js";
import { type Upload, uploadFile } from "./upload-file.js";

export const askForDocument = (meetingId: string, what: string): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/documents`, { what }));

export const withdrawDocument = (meetingId: string, documentId: string): Promise<QueueEntry> =>
  asClerk(post<QueueEntry>(`/api/meetings/${meetingId}/documents/${documentId}/withdrawal`, {}, { retries: 1 }));

export const documentAddress = (meetingId: string, documentId: string): string =>
  `/api/meetings/${meetingId}/documents/${documentId}/file`;

export const declineDocument = (arrivalId: string, documentId: string): Promise<AskedDocument> =>
  post<AskedDocument>(`/api/arrivals/${arrivalId}/documents/${documentId}/decline`, {});

export const sendDocument = (arrivalId: string, documentId: string, upload: Upload): Promise<AskedDocument> =>
  uploadFile<AskedDocument>(`/api/arrivals/${arrivalId}/documents/${documentId}/file`, upload);
