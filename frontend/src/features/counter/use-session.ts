import type { ClerkView } from "@balie/contract/clerks";
import { useEffect, useRef, useState } from "preact/hooks";
import { onSessionEnd } from "../../platform/session-end.js";

/** `asking`: the way in stands in front of the work. `later`: put aside, to finish a sentence first. */
export type SessionStage = "on" | "asking" | "later";

interface Leaving {
  readonly clerk: ClerkView;
  /** Nothing is open that would be lost. */
  readonly isIdle: boolean;
  readonly onLeave: () => void;
  readonly onOther: (clerk: ClerkView) => void;
}

/** A session that ends at the queue leads to the way in; in a call, or at its outcome, that comes in front and nothing is lost. */
export const useSession = ({ clerk, isIdle, onLeave, onOther }: Leaving) => {
  const [stage, setStage] = useState<SessionStage>("on");
  const [round, setRound] = useState(0);
  const now = useRef({ isIdle, onLeave });
  now.current = { isIdle, onLeave };
  useEffect(
    () =>
      onSessionEnd(() => {
        if (now.current.isIdle) return now.current.onLeave();
        setStage((before) => (before === "on" ? "asking" : before));
      }),
    [],
  );
  return {
    stage,
    /** Rises with each new session: what listens has to listen anew. */
    round,
    ask: () => setStage("asking"),
    putOff: () => setStage("later"),
    signedIn: (who: ClerkView) => {
      if (who.id !== clerk.id) return onOther(who);
      setStage("on");
      setRound(round + 1);
    },
  };
};
