import { z } from "zod";

/** `asked` until the citizen sends or declines, or the clerk takes it back; `sent` until its days are over. */
export const documentState = z.enum(["asked", "sent", "declined", "withdrawn", "forgotten"]);
export type DocumentState = z.infer<typeof documentState>;

/** What a document may be, by its content: its name and what the browser says of it count for nothing. */
export const documentType = z.enum(["application/pdf", "image/jpeg", "image/png", "image/heic", "image/heif"]);
export type DocumentType = z.infer<typeof documentType>;

export const largestDocumentBytes = 10 * 1024 * 1024;
/** Asked for or sent at one meeting; what was declined or withdrawn does not count. */
export const documentsPerMeeting = 6;

/** What the clerk's console shows of one document, in its meeting's queue entry; withdrawn ones are left out. Name, type and size are known once it is sent. */
export const documentView = z.object({
  id: z.uuid(),
  what: z.string(),
  state: documentState,
  sentAt: z.iso.datetime().nullable(),
  name: z.string().nullable(),
  type: documentType.nullable(),
  sizeBytes: z.number().int().nullable(),
});
export type DocumentView = z.infer<typeof documentView>;

/** What the admitted citizen's page shows of one. */
export const askedDocument = documentView.pick({ id: true, what: true, state: true });
export type AskedDocument = z.infer<typeof askedDocument>;

/** POST /api/meetings/:meetingId/documents (clerk) → queueEntry */
export const askDocumentInput = z.object({ meetingId: z.uuid(), what: z.string().trim().min(1).max(200) });

/** POST …/documents/:documentId/withdrawal (clerk) → queueEntry; GET …/documents/:documentId/file (clerk): the document, to be kept and never shown by the browser itself. */
export const documentPath = z.object({ meetingId: z.uuid(), documentId: z.uuid() });

/** POST /api/arrivals/:arrivalId/documents/:documentId/file?name=… (arrival cookie) → askedDocument. The body is the file itself, as application/octet-stream. */
export const sendDocumentInput = z.object({
  arrivalId: z.uuid(),
  documentId: z.uuid(),
  name: z.string().max(1000).default(""),
});

/** POST …/documents/:documentId/decline (arrival cookie) → askedDocument */
export const declineDocumentInput = z.object({ arrivalId: z.uuid(), documentId: z.uuid() });
