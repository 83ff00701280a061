import { useEffect, useRef } from "preact/hooks";
import type { CallState } from "../call.state.js";
import { withPin } from "../seeing/arrange.rules.js";
import type { Seeing } from "../seeing/use-seeing.js";
import { signersToPin } from "./signers.rules.js";

/** Who follows sign language sees the interpreter large, without looking for a button; once each, so that who unpins them is left in peace. */
export const usePinnedSigner = (
  { people, standing }: Pick<CallState, "people" | "standing">,
  { look, change }: Seeing,
) => {
  const pinned = useRef<readonly string[]>([]);
  const toPin = look.isSigning ? signersToPin(people, standing, pinned.current) : [];
  useEffect(() => {
    if (toPin.length === 0) return;
    pinned.current = [...pinned.current, ...toPin];
    change(toPin.reduce((before, userId) => withPin(before, userId, true), look));
  }, [toPin.join()]);
};
