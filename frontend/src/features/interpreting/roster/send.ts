import type { RefusalView } from "@balie/contract/refusals";
import { Refusal, Unreachable } from "../../../platform/api.js";

/** What `platform/api` has no word for: PUT, an answer to DELETE, and a file's bytes. There it would weigh on every page. Rejects as `post` does. */
export const send = async <Answer>(method: "PUT" | "DELETE" | "POST", path: string, body?: object): Promise<Answer> => {
  const isFile = body instanceof Blob;
  const signal = AbortSignal.timeout(30_000);
  const init: RequestInit = { method, signal, credentials: "same-origin", cache: "no-store" };
  if (body) {
    init.headers = { "content-type": isFile ? "application/octet-stream" : "application/json" };
    init.body = isFile ? body : JSON.stringify(body);
  }
  const response = await fetch(path, init).catch(() => {
    throw new Unreachable(signal.aborted ? "timeout" : navigator.onLine ? "network" : "offline");
  });
  if (response.ok) return (await response.json()) as Answer;
  const view: Partial<RefusalView> = await response.json().catch(() => ({}));
  // A proxy's own answer has no code of ours.
  if (!view.code && response.status >= 502) throw new Unreachable("network");
  throw new Refusal(response.status, view.code ?? "server_error", view.fields ?? [], view.requestId ?? "");
};
