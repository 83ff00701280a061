import type { ChangeMediumInput } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useState } from "preact/hooks";
import type { ConsoleAction } from "./console.state.js";
import { changeMedium } from "./counter.api.js";

/** Takes the meeting to the phone or back to video, and opens it. */
export const useMedium = (meetingId: string, dispatch: Dispatch<ConsoleAction>) => {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const turnTo = (medium: ChangeMediumInput["medium"]) => {
    setBusy(true);
    setError(null);
    changeMedium(meetingId, medium)
      .then((entry) => {
        dispatch({ type: "entryChanged", entry });
        dispatch({ type: "callOpened", meetingId });
      }, setError)
      .finally(() => setBusy(false));
  };
  return { isBusy, error, turnTo };
};
