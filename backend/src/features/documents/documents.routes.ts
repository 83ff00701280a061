import {
  askDocumentInput,
  askedDocument,
  documentOfArrivalPath,
  documentPath,
  giveDocumentInput,
  largestDocumentBytes,
  sendDocumentInput,
} from "@balie/contract/documents";
import { queueEntry } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import { fileRoute, route, uploadRoute } from "../../platform/http/route.js";
import { loadEntry } from "../meetings/load-entry.js";
import { askForDocument } from "./ask-for-document.js";
import { declineDocument } from "./decline-document.js";
import { findAskedDocument } from "./find-asked-document.js";
import { giveDocument } from "./give-document.js";
import { lockCall } from "./lock-call.js";
import { openDocument } from "./open-document.js";
import { openGivenDocument } from "./open-given-document.js";
import { sendDocument } from "./send-document.js";
import { withdrawDocument } from "./withdraw-document.js";

export const documentRoutes = ({ APP_SECRET }: Pick<Config, "APP_SECRET">) => [
  route({
    method: "POST",
    path: "/api/meetings/:meetingId/documents",
    access: "clerk",
    input: askDocumentInput,
    output: queueEntry,
    run: async (context, input) => loadEntry(context.db, await askForDocument(context, input), context.now),
  }),
  route({
    method: "POST",
    path: "/api/meetings/:meetingId/documents/:documentId/withdrawal",
    access: "clerk",
    input: documentPath,
    output: queueEntry,
    run: async (context, input) => loadEntry(context.db, await withdrawDocument(context, input), context.now),
  }),
  fileRoute({
    method: "GET",
    path: "/api/meetings/:meetingId/documents/:documentId/file",
    access: "clerk",
    input: documentPath,
    file: (context, input) => openDocument(context, input, APP_SECRET),
  }),
  uploadRoute({
    method: "POST",
    path: "/api/meetings/:meetingId/given-documents",
    access: "clerk",
    limit: { name: "give-document", points: 60, seconds: 300 },
    input: giveDocumentInput,
    output: queueEntry,
    largestBytes: largestDocumentBytes,
    check: (context, { meetingId }) => lockCall(context, meetingId, "given"),
    receive: async (context, input, bytes) =>
      loadEntry(context.db, await giveDocument(context, input, bytes, APP_SECRET), context.now),
  }),
  fileRoute({
    method: "GET",
    path: "/api/arrivals/:arrivalId/documents/:documentId/file",
    access: "arrival",
    limit: { name: "open-given-document", points: 30, seconds: 60 },
    input: documentOfArrivalPath,
    file: (context, input) => openGivenDocument(context, input, APP_SECRET),
  }),
  uploadRoute({
    method: "POST",
    path: "/api/arrivals/:arrivalId/documents/:documentId/file",
    access: "arrival",
    limit: { name: "send-document", points: 30, seconds: 300 },
    input: sendDocumentInput,
    output: askedDocument,
    largestBytes: largestDocumentBytes,
    check: (context, { documentId }) => findAskedDocument(context, documentId),
    receive: (context, input, bytes) => sendDocument(context, input, bytes, APP_SECRET),
  }),
  route({
    method: "POST",
    path: "/api/arrivals/:arrivalId/documents/:documentId/decline",
    access: "arrival",
    input: documentOfArrivalPath,
    output: askedDocument,
    run: (context, input) => declineDocument(context, input),
  }),
];
