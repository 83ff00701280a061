import type { RefusalCode, RefusalView } from "@balie/contract/refusals";

/** The backend answered no. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    readonly fields: readonly string[],
    readonly requestId: string,
  ) {
    super(code);
    this.name = "Refusal";
  }
}

/** No answer came: whether the backend did what was asked is not known. */
export class Unreachable extends Error {
  constructor(readonly reason: "offline" | "timeout" | "network") {
    super(reason);
    this.name = "Unreachable";
  }
}

export interface RequestOptions {
  /** The secret link's token. */
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutSeconds?: number;
  /** How often to try again when no answer came. 2 for a GET, else 0: only ask for it where sending twice is harmless. */
  readonly retries?: number;
}

export const get = <Answer>(path: string, options: RequestOptions = {}): Promise<Answer> =>
  withRetries(options.retries ?? 2, options.signal, () => send<Answer>("GET", path, undefined, options));

export const post = <Answer>(path: string, body: unknown, options: RequestOptions = {}): Promise<Answer> =>
  withRetries(options.retries ?? 0, options.signal, () => send<Answer>("POST", path, body, options));

export const del = (path: string, options: RequestOptions = {}): Promise<void> =>
  withRetries(options.retries ?? 0, options.signal, () => send<void>("DELETE", path, undefined, options));

async function send<Answer>(method: string, path: string, body: unknown, options: RequestOptions): Promise<Answer> {
  const timeout = AbortSignal.timeout((options.timeoutSeconds ?? 15) * 1000);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (options.token) headers["authorization"] = `Bearer ${options.token}`;
  const init: RequestInit = { method, headers, signal, credentials: "same-origin", cache: "no-store" };
  if (body !== undefined) init.body = JSON.stringify(body);
  try {
    const response = await fetch(path, init);
    if (!response.ok) throw await refusalOf(response);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  } catch (error) {
    if (error instanceof Refusal || error instanceof Unreachable || options.signal?.aborted) throw error;
    throw new Unreachable(timeout.aborted ? "timeout" : navigator.onLine ? "network" : "offline");
  }
}

/** A proxy in between answers 502 to 504 when the backend is away: that is no answer of ours. */
async function refusalOf(response: Response): Promise<Refusal | Unreachable> {
  const view: Partial<RefusalView> = await response.json().catch(() => ({}));
  if (view.code) return new Refusal(response.status, view.code, view.fields ?? [], view.requestId ?? "");
  if (response.status >= 502 && response.status <= 504) return new Unreachable("network");
  return new Refusal(response.status, "server_error", [], "");
}

async function withRetries<Answer>(
  retries: number,
  signal: AbortSignal | undefined,
  act: () => Promise<Answer>,
): Promise<Answer> {
  for (let tried = 0; ; tried++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Unreachable) || tried >= retries || signal?.aborted) throw error;
      await pause(400 * 3 ** tried * (0.75 + Math.random() / 2));
    }
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
