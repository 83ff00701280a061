import type { ComponentChildren } from "preact";
import { useEasyMode } from "../../platform/easy-mode.js";

interface ExtraProps {
  /** It is what the screen is about for the moment: in sight all the same, without being drawn anew, which would lose the focus. */
  readonly isNeeded?: boolean;
  readonly children: ComponentChildren;
}

/** Not what this screen is about: on the easy screen it stands behind “Meer”. */
export const Extra = ({ isNeeded = false, children }: ExtraProps) => {
  const { isEasy, showsMore } = useEasyMode();
  return isEasy && !showsMore && !isNeeded ? null : children;
};
