import { useState } from "preact/hooks";

/** One thing at a time. */
export const useAct = () => {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const go = <Answer>(act: () => Promise<Answer>, onDone: (answer: Answer) => void) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    act()
      .then(onDone, setError)
      .finally(() => setBusy(false));
  };
  return { isBusy, error, go };
};
