import type { AskedDocument } from "@balie/contract/documents";
import type { QueueEntry } from "@balie/contract/meetings";
import type { RefusalView } from "@balie/contract/refusals";
import { post, Refusal, Unreachable } from "../../../platform/api.js";

export const askForDocument = (meetingId: string, what: string): Promise<QueueEntry> =>
  post<QueueEntry>(`/api/meetings/${meetingId}/documents`, { what });

export const withdrawDocument = (meetingId: string, documentId: string): Promise<QueueEntry> =>
  post<QueueEntry>(`/api/meetings/${meetingId}/documents/${documentId}/withdrawal`, {}, { retries: 1 });

export const documentAddress = (meetingId: string, documentId: string): string =>
  `/api/meetings/${meetingId}/documents/${documentId}/file`;

export const declineDocument = (arrivalId: string, documentId: string): Promise<AskedDocument> =>
  post<AskedDocument>(`/api/arrivals/${arrivalId}/documents/${documentId}/decline`, {});

export interface Sending {
  readonly arrivalId: string;
  readonly documentId: string;
  readonly bytes: Blob;
  readonly name: string;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** By XMLHttpRequest: fetch does not tell how much of an upload has gone. Rejects as `post` does. */
export const sendDocument = ({ arrivalId, documentId, bytes, name, onProgress, signal }: Sending) =>
  new Promise<AskedDocument>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: name.slice(-200) });
    request.open("POST", `/api/arrivals/${arrivalId}/documents/${documentId}/file?${query}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as AskedDocument);
      else reject(faultOf(request));
    };
    request.onerror = () => reject(new Unreachable(navigator.onLine ? "network" : "offline"));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    request.send(new Blob([bytes]));
  });

/** A proxy's own answer has no code of ours. */
function faultOf({ status, responseText }: XMLHttpRequest): Refusal | Unreachable {
  const view = parse(responseText);
  if (view?.code) return new Refusal(status, view.code, view.fields ?? [], view.requestId ?? "");
  if (status === 413) return new Refusal(status, "document_too_large", [], "");
  return status >= 502 ? new Unreachable("network") : new Refusal(status, "server_error", [], "");
}

function parse(text: string): Partial<RefusalView> | null {
  try {
    return JSON.parse(text) as Partial<RefusalView>;
  } catch {
    return null;
  }
}
