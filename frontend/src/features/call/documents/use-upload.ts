import { useEffect, useRef, useState } from "preact/hooks";
import { Refusal } from "../../../platform/api.js";
import type { OnAnswer } from "../../../platform/sending.js";
import { faultOf } from "./file.rules.js";
import type { Upload } from "./upload-file.js";

export interface DocumentSending {
  /** From 0 to 1; null: nothing is on its way. */
  readonly progress: number | null;
  readonly error: unknown;
  readonly send: (bytes: Blob, name: string) => void;
  /** The same once more. */
  readonly again: (() => void) | null;
  readonly stop: () => void;
}

/** Sends a document's bytes, whichever way; `onSent` when they have arrived. */
export const useUpload = <Answer>(
  upload: (upload: Upload) => Promise<Answer>,
  onSent: OnAnswer<Answer>,
): DocumentSending => {
  const [progress, setProgress] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [last, setLast] = useState<{ bytes: Blob; name: string } | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const send = (bytes: Blob, name: string) => {
    const fault = faultOf(bytes);
    setLast(fault ? null : { bytes, name });
    setError(fault && new Refusal(0, fault, [], ""));
    if (fault) return;
    setProgress(0);
    abort.current = new AbortController();
    const { signal } = abort.current;
    const sentAt = performance.now();
    upload({ bytes, name, signal, onProgress: setProgress })
      .then(
        (answer) => onSent(answer, sentAt),
        (reason: unknown) => signal.aborted || setError(reason),
      )
      .finally(() => setProgress(null));
  };
  // A file that was refused for what it is stays so.
  const isWorthRepeating = last !== null && !(error instanceof Refusal && error.status < 500 && error.status !== 400);
  return {
    progress,
    error,
    send,
    again: isWorthRepeating ? () => send(last.bytes, last.name) : null,
    stop: () => abort.current?.abort(),
  };
};
