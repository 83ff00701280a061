import type { CallEvent } from "../call.js";
import { isTextEvent } from "./text.state.js";

const restMs = 80;

/** The first text is told at once; what follows in the next moment is told together, so that however much somebody sends, the page is drawn a dozen times a second at most. The order stays. */
export const gatherTexts = (
  tell: (event: CallEvent) => void,
  later: (act: () => void, ms: number) => unknown = setTimeout,
): ((event: CallEvent) => void) => {
  let gathered: CallEvent[] = [];
  let isResting = false;
  const flush = () => {
    const events = gathered;
    gathered = [];
    for (const event of events) tell(event);
  };
  const rest = () => {
    isResting = true;
    later(() => {
      isResting = gathered.length > 0;
      if (!isResting) return;
      flush();
      rest();
    }, restMs);
  };
  return (event) => {
    gathered.push(event);
    if (isTextEvent(event) && isResting) return;
    flush();
    if (isTextEvent(event)) rest();
  };
};
