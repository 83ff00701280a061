import { z } from "zod";
import { line } from "./plain-text.js";
import { sentId } from "./sent-id.js";

/** `asked` until the citizen sends or declines, or the clerk takes it back; `sent` until its days are over. */
export const documentState = z.enum(["asked", "sent", "declined", "withdrawn", "forgotten"]);
export type DocumentState = z.infer<typeof documentState>;

/** What a clerk gives: until they take it back, or its days are over. */
export const givenState = z.enum(["given", "withdrawn", "forgotten"]);
export type GivenState = z.infer<typeof givenState>;

/** What a document may be, by its content: its name and what the browser says of it count for nothing. */
export const documentType = z.enum(["application/pdf", "image/jpeg", "image/png", "image/heic", "image/heif"]);
export type DocumentType = z.infer<typeof documentType>;

export const largestDocumentBytes = 10 * 1024 * 1024;
/** In each direction at one meeting; what was declined or withdrawn does not count. */
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

/** What the clerk's console shows of one that a clerk gave; also of one that was taken back, for it may have been opened before. */
export const givenDocumentView = z.object({
  id: z.uuid(),
  state: givenState,
  /** null once it is forgotten, like the size. */
  name: z.string().nullable(),
  sizeBytes: z.number().int().nullable(),
  /** When the citizen first fetched it. */
  openedAt: z.iso.datetime().nullable(),
});
export type GivenDocumentView = z.infer<typeof givenDocumentView>;

/** What the admitted citizen's page shows of it. */
export const givenDocument = z.object({
  id: z.uuid(),
  name: z.string(),
  sizeBytes: z.number().int(),
  isOpened: z.boolean(),
});
export type GivenDocument = z.infer<typeof givenDocument>;

/** POST /api/meetings/:meetingId/documents (clerk) → queueEntry */
export const askDocumentInput = z.object({ meetingId: sentId, what: line(200) });

/** POST /api/meetings/:meetingId/given-documents?name=… (clerk) → queueEntry. The body is the file itself, as application/octet-stream. */
export const giveDocumentInput = z.object({ meetingId: sentId, name: z.string().max(1000).default("") });

/** POST …/documents/:documentId/withdrawal (clerk) → queueEntry: takes back a question, or what was given; GET …/documents/:documentId/file (clerk): the document, to be kept and never shown by the browser itself. */
export const documentPath = z.object({ meetingId: sentId, documentId: sentId });

/** POST /api/arrivals/:arrivalId/documents/:documentId/file?name=… (arrival cookie) → askedDocument. The body is the file itself, as application/octet-stream. */
export const sendDocumentInput = z.object({
  arrivalId: sentId,
  documentId: sentId,
  name: z.string().max(1000).default(""),
});

/** POST …/documents/:documentId/decline (arrival cookie) → askedDocument; GET …/documents/:documentId/file (arrival cookie): what the clerk gave, to be kept. */
export const documentOfArrivalPath = z.object({ arrivalId: sentId, documentId: sentId });
