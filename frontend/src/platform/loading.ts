import { useCallback, useEffect, useState } from "preact/hooks";
import { Unreachable } from "./api.js";

export type Loading<Value> =
  | { readonly state: "loading" }
  | { readonly state: "loaded"; readonly value: Value }
  | { readonly state: "failed"; readonly error: unknown };

export interface Loaded<Value> {
  readonly loading: Loading<Value>;
  /** Load again. Quietly keeps showing what is there meanwhile, also when it fails. */
  readonly reload: (how?: "quietly") => void;
  /** What an action answered is newer than what was loaded. */
  readonly put: (value: Value) => void;
}

/** Loads on the first render and whenever `key` changes; tries again by itself when the connection returns. */
export const useLoaded = <Value>(key: string, load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> => {
  const [loading, setLoading] = useState<Loading<Value>>({ state: "loading" });
  const [round, setRound] = useState({ count: 0, isQuiet: false });
  // `key` stands for what `load` closes over; `round` asks again.
  useEffect(() => {
    const abort = new AbortController();
    if (!round.isQuiet) setLoading({ state: "loading" });
    load(abort.signal).then(
      (value) => abort.signal.aborted || setLoading({ state: "loaded", value }),
      (error: unknown) =>
        abort.signal.aborted ||
        setLoading((before) => (round.isQuiet && before.state === "loaded" ? before : { state: "failed", error })),
    );
    return () => abort.abort();
  }, [key, round]);

  const reload = useCallback(
    (how?: "quietly") => setRound(({ count }) => ({ count: count + 1, isQuiet: how === "quietly" })),
    [],
  );
  const put = useCallback((value: Value) => setLoading({ state: "loaded", value }), []);
  useReloadWhenOnline(loading.state === "failed" && loading.error instanceof Unreachable, reload);
  return { loading, reload, put };
};

function useReloadWhenOnline(isWaiting: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isWaiting) return;
    const again = () => reload();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [isWaiting, reload]);
}
