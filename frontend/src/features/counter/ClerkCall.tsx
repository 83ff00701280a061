import type { ClerkView } from "@balie/contract/clerks";
import type { CompanyView } from "@balie/contract/company";
import type { InterpretingView } from "@balie/contract/interpreters";
import type { HandoversView, QueueEntry, QueueView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useEffect, useState } from "preact/hooks";
import { useSending } from "../../platform/sending.js";
import { Spinner } from "../../ui/Spinner.js";
import type { CallEnd } from "../call/call.js";
import type { LocalMediaHandle } from "../call/stage/use-local-media.js";
import { CallOver } from "./CallOver.js";
import { ClerkTalk } from "./ClerkTalk.js";
import type { ConsoleAction } from "./console.state.js";
import { endMeeting } from "./counter.api.js";
import { PhoneTalk } from "./PhoneTalk.js";
import { isInRoom } from "./queue.view.js";

export interface ClerkCallProps {
  readonly clerk: ClerkView;
  readonly entry: QueueEntry;
  readonly queue: QueueView;
  readonly company: CompanyView;
  readonly interpreting: InterpretingView;
  readonly handovers: HandoversView;
  readonly asksInterpreter: boolean;
  readonly media: LocalMediaHandle;
  readonly dispatch: Dispatch<ConsoleAction>;
}

/** How the end for all of them goes. */
export interface Ending {
  readonly endForAll: () => void;
  readonly isEnding: boolean;
  readonly error: unknown;
  readonly forgetError: () => void;
}

/** The clerk's side of one meeting: in the call, or why not any more. Its end leads to the outcome. */
export const ClerkCall = (props: ClerkCallProps) => {
  const { entry, media, dispatch } = props;
  const [end, setEnd] = useState<CallEnd | null>(null);
  const [attempt, setAttempt] = useState(0);
  const ending = useEnding(entry.meetingId, dispatch);
  const isByPhone = !isInRoom(entry) && entry.status === "in_progress";
  const isHandedOver = useHandedOver(props);
  useDevicesInCall(end === null && !isByPhone && !isHandedOver, media);
  const leave = () => dispatch({ type: "callLeft" });
  const onEnd = (why: CallEnd) => (why.why === "left" ? leave() : setEnd(why));
  const again = () => {
    setEnd(null);
    setAttempt(attempt + 1);
  };

  if (isHandedOver) return <Spinner />;
  if (isByPhone) return <PhoneTalk {...props} {...ending} onStepOut={leave} />;
  if (!end) return <ClerkTalk key={attempt} {...props} {...ending} onEnd={onEnd} />;
  if (ending.isEnding) return <Spinner />;
  return <CallOver end={end} onAgain={again} onQueue={leave} />;
};

/** Another clerk leads this call now: whatever this tab still shows of it, it is theirs. */
const useHandedOver = ({ clerk, entry, dispatch }: ClerkCallProps): boolean => {
  const { meetingId, citizenName } = entry;
  const name = entry.clerk !== null && entry.clerk.id !== clerk.id ? entry.clerk.name : null;
  useEffect(() => {
    if (name === null) return;
    dispatch({ type: "handedOver", view: { kind: "handedOver", meetingId, name, citizenName } });
  }, [name, meetingId, citizenName, dispatch]);
  return name !== null;
};

const useEnding = (meetingId: string, dispatch: Dispatch<ConsoleAction>): Ending => {
  const { isBusy, error, send, forgetError } = useSending();
  const endForAll = () =>
    send(
      () => endMeeting(meetingId),
      (entry, sentAt) => dispatch({ type: "entryChanged", entry, sentAt }),
    );
  return { isEnding: isBusy, error, endForAll, forgetError };
};

/** The camera's light burns during the call only. */
const useDevicesInCall = (isInCall: boolean, { start, stop }: LocalMediaHandle) =>
  useEffect(() => {
    if (isInCall) void start().catch(() => undefined);
    else stop();
    return stop;
  }, [isInCall, start, stop]);
