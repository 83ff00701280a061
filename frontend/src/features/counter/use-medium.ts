import type { ChangeMediumInput } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useSending } from "../../platform/sending.js";
import type { ConsoleAction } from "./console.state.js";
import { changeMedium } from "./counter.api.js";

/** Takes the meeting to the phone or back to video, and opens it. */
export const useMedium = (meetingId: string, dispatch: Dispatch<ConsoleAction>) => {
  const { isBusy, error, send } = useSending();
  const turnTo = (medium: ChangeMediumInput["medium"]) =>
    send(
      () => changeMedium(meetingId, medium),
      (entry, sentAt) => {
        dispatch({ type: "entryChanged", entry, sentAt });
        dispatch({ type: "callOpened", meetingId });
      },
    );
  return { isBusy, error, turnTo };
};
