import type { DeviceCheckInput } from "@balie/contract/device-checks";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { fetchRelays } from "./line-check.api.js";
import { measureLine } from "./measure-line.js";
import { probeRelays } from "./probe-relay.js";

export type LineFacts = Pick<DeviceCheckInput, "udp" | "tls" | "downKbps" | "upKbps">;
export type LineCheck = { readonly isRunning: boolean; readonly facts: LineFacts | null; readonly run: () => void };

/** Tests the line once when it is first shown, and again when asked. `facts` is null until then; a part that could not be measured is unknown in it. */
export const useLineCheck = (linkToken: string): LineCheck => {
  const [isRunning, setRunning] = useState(true);
  const [facts, setFacts] = useState<LineFacts | null>(null);
  const round = useRef(0);
  const run = useCallback(() => {
    const mine = ++round.current;
    setRunning(true);
    void testLine(linkToken).then((found) => {
      if (mine !== round.current) return;
      setFacts(found);
      setRunning(false);
    });
  }, [linkToken]);
  useEffect(() => {
    run();
    return () => {
      round.current++;
    };
  }, [run]);
  return { isRunning, facts, run };
};

const testLine = async (token: string): Promise<LineFacts> => {
  const path = await fetchRelays(token)
    .then(probeRelays)
    .catch(() => ({ udp: "unknown", tls: "unknown" }) as const);
  const speed = await measureLine(token).catch(() => ({ downKbps: null, upKbps: null }));
  return { ...path, ...speed };
};
