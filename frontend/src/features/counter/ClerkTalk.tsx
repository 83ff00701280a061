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
import type { ClerkCallProps } from "./ClerkCall.js";
import { consoleTexts } from "./console.texts.js";
import { fetchClerkToken } from "./counter.api.js";
import { EndDialog } from "./EndDialog.js";
import { OthersWaiting } from "./OthersWaiting.js";

interface ClerkTalkProps extends ClerkCallProps {
  readonly onEnd: (end: CallEnd) => void;
  readonly endForAll: () => void;
  readonly isEnding: boolean;
  readonly error: unknown;
}

export const ClerkTalk = ({ clerk, entry, queue, media, dispatch, ...props }: ClerkTalkProps) => {
  const t = useTexts(consoleTexts);
  const own = useOwnMedia(media.coming);
  const [isAsking, setAsking] = useState(false);
  const call = useCall({
    meetingId: entry.meetingId,
    fetchToken: () => fetchClerkToken(entry.meetingId),
    media: media.start,
    onEnd: props.onEnd,
  });
  return (
    <>
      <div class="console-call-top">
        <Heading of="call">{t("callTitle", { name: entry.citizenName })}</Heading>
        <OthersWaiting queue={queue} />
      </div>
      {props.error !== null && <Failure error={props.error} />}
      <CallStage
        state={call.state}
        own={own}
        writing={call.writing}
        endLabel={t("end")}
        onEnd={() => setAsking(true)}
        isChatAlwaysOpen
        controls={<TalkKeys own={own} />}
        aside={<CallAside {...{ clerk, entry, dispatch }} />}
      />
      {isAsking && (
        <EndDialog
          isEnding={props.isEnding}
          onEnd={props.endForAll}
          onStepOut={call.hangUp}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};
