import { useState } from "preact/hooks";
import { useTexts } from "../../platform/language.js";
import { Failure } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import type { CallEnd } from "../call/call.js";
import { CallStage } from "../call/stage/CallStage.js";
import { useCall } from "../call/stage/use-call.js";
import { useOwnMedia } from "../call/stage/use-local-media.js";
import { TalkKeys } from "../call/talk-keys/TalkKeys.js";
import { CallAside } from "./CallAside.js";
import type { ClerkCallProps, Ending } from "./ClerkCall.js";
import { consoleTexts } from "./console.texts.js";
import { fetchClerkToken } from "./counter.api.js";
import { DialInSlot } from "./dial-in/DialInSlot.js";
import { EndDialog } from "./EndDialog.js";
import { InterpretersOfCall } from "./interpreting/InterpretersOfCall.js";
import { OthersWaiting } from "./OthersWaiting.js";
import { admitted } from "./queue.view.js";
import { useCalm } from "./use-calm.js";

interface ClerkTalkProps extends ClerkCallProps, Ending {
  readonly onEnd: (end: CallEnd) => void;
}

export const ClerkTalk = (props: ClerkTalkProps) => {
  const { clerk, entry, queue, company, interpreting, handovers, media, dispatch } = props;
  const t = useTexts(consoleTexts);
  const own = useOwnMedia(media.coming);
  const [isAsking, setAsking] = useState(false);
  const call = useCall({
    meetingId: entry.meetingId,
    roster: entry.people,
    fetchToken: () => fetchClerkToken(entry.meetingId),
    media: media.start,
    onEnd: props.onEnd,
  });
  const ask = (is: boolean) => {
    props.forgetError();
    setAsking(is);
  };
  const isCalm = useCalm(call.state.people.some(({ video }) => video !== null));
  const keys = {
    hasBridge: call.state.standing?.hasBridge === true,
    isInCall: (userId: string) => call.state.people.some((person) => person.userId === userId),
    ledSince: entry.handovers.at(-1)?.takenAt ?? null,
    press: call.pressKeys,
  };
  return (
    <>
      <div class="console-call-top">
        <Heading of="call">{t("callTitle", { name: entry.citizenName })}</Heading>
        <OthersWaiting queue={queue} />
      </div>
      {props.error !== null && !isAsking && <Failure error={props.error} />}
      <CallStage
        state={call.state}
        isSettled={call.isSettled}
        own={own}
        writing={call.writing}
        endLabel={t("end")}
        onEnd={() => ask(true)}
        onRejoin={call.rejoin}
        isChatAlwaysOpen={!admitted(entry)?.isByPhone}
        controls={<TalkKeys own={own} />}
        aside={
          <CallAside {...{ clerk, entry, company, handovers, isCalm, dispatch }} say={call.writing.send}>
            <InterpretersOfCall {...{ entry, interpreting, keys, dispatch }} asksAtOnce={props.asksInterpreter} />
            {isCalm && <DialInSlot {...{ entry, dispatch }} timeZone={clerk.municipality.timeZone} />}
          </CallAside>
        }
      />
      {isAsking && (
        <EndDialog
          isEnding={props.isEnding}
          error={props.error}
          onEnd={props.endForAll}
          onStepOut={call.hangUp}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
};
