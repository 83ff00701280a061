import { useEffect, useRef, useState } from "preact/hooks";
import { isSomebodyPresent } from "../../platform/presence.js";
import { afterLook, isOver, newIdle } from "./idle.rules.js";

const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/** Looks every second whether anybody is still there; `onOver` when nobody answered the warning. */
export const useIdle = (onOver: () => void): { warnedAt: number | null; stay: () => void } => {
  const idle = useRef(newIdle(Date.now()));
  const [warnedAt, setWarnedAt] = useState<number | null>(null);
  const over = useRef(onOver);
  over.current = onOver;
  const stay = () => {
    idle.current = newIdle(Date.now());
    setWarnedAt(null);
  };
  useEffect(() => {
    const onSign = () => {
      if (idle.current.warnedAt === null) idle.current = newIdle(Date.now());
    };
    const timer = setInterval(() => {
      idle.current = afterLook(idle.current, { now: Date.now(), isPresent: isSomebodyPresent() });
      setWarnedAt(idle.current.warnedAt);
      if (!isOver(idle.current, Date.now())) return;
      clearInterval(timer);
      over.current();
    }, 1000);
    for (const sign of signs) addEventListener(sign, onSign, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, onSign);
    };
  }, []);
  return { warnedAt, stay };
};
