import type { RefusalView } from "@balie/contract/refusals";
import { Refusal, Unreachable } from "../../../platform/api.js";

export interface Upload {
  readonly bytes: Blob;
  readonly name: string;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** By XMLHttpRequest: fetch does not tell how much of an upload has gone. Rejects as `post` does. */
export const uploadFile = <Answer>(path: string, { bytes, name, onProgress, signal }: Upload) =>
  new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ name: name.slice(-200) });
    request.open("POST", `${path}?${query}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) resolve(JSON.parse(request.responseText) as Answer);
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
