import { useEffect, useState } from "preact/hooks";
import { Lazy, type LazyProps } from "./Lazy.js";

/** Loaded when it is first wanted, and there from then on: it also tells what goes away again. */
export const LazyOnce = <Props extends object>({ isWanted, ...lazy }: LazyProps<Props> & { isWanted: boolean }) => {
  const [wasWanted, setWanted] = useState(isWanted);
  useEffect(() => {
    if (isWanted) setWanted(true);
  }, [isWanted]);
  return wasWanted ? <Lazy {...lazy} /> : null;
};
