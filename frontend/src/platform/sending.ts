import { useState } from "preact/hooks";

/** `sentAt`: when it was asked, by performance.now(): live news that came since may be newer than the answer. */
export type OnAnswer<Answer> = (answer: Answer, sentAt: number) => void;

export interface Sending {
  readonly isBusy: boolean;
  /** Why the last try failed; null while there is none. */
  readonly error: unknown;
  /** One thing at a time: while it is under way nothing else is sent. */
  readonly send: <Answer>(ask: () => Promise<Answer>, onDone: OnAnswer<Answer>) => void;
  readonly forgetError: () => void;
}

/** What a button or a form sends, and how that goes. */
export const useSending = (): Sending => {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    isBusy,
    error,
    send: (ask, onDone) => {
      if (isBusy) return;
      setBusy(true);
      setError(null);
      const sentAt = performance.now();
      ask()
        .then((answer) => onDone(answer, sentAt), setError)
        .finally(() => setBusy(false));
    },
    forgetError: () => setError(null),
  };
};
