import { useTexts } from "../../../platform/language.js";
import { Heading } from "../../../ui/Heading.js";
import { Notice } from "../../../ui/Notice.js";
import type { LocalMedia } from "../call.js";
import { callTexts } from "../call.texts.js";
import type { CitizenCallState } from "../citizen/citizen-call.state.js";
import { LeaveWaiting } from "../stage/LeaveWaiting.js";
import { OwnDevices } from "../stage/OwnDevices.js";
import { useOwnMedia } from "../stage/use-local-media.js";
import { WaitingTroubles } from "../trouble/WaitingTroubles.js";
import type { OwnLinkMeeting, OwnLinkWords } from "./own-link.js";
import { ownLinkTexts } from "./own-link.texts.js";

interface OwnLinkWaitingProps {
  readonly meeting: OwnLinkMeeting;
  readonly words: OwnLinkWords;
  readonly state: CitizenCallState;
  readonly coming: Promise<LocalMedia> | null;
  readonly onLeave: () => void;
}

/** Until the clerk nods, and the citizen has been told. */
export const OwnLinkWaiting = ({ meeting, words, state, coming, onLeave }: OwnLinkWaitingProps) => {
  const t = useTexts(ownLinkTexts);
  const say = useTexts(words);
  const c = useTexts(callTexts);
  const own = useOwnMedia(coming);
  return (
    <>
      <Heading of="waiting">{c("waitTitle")}</Heading>
      <Notice kind="info">
        <p>{say("waiting", { name: meeting.askedBy })}</p>
      </Notice>
      <div role="status">
        {!state.isLive && (
          <Notice kind="warning">
            <p>{c("waitLost")}</p>
          </Notice>
        )}
      </div>
      <WaitingTroubles own={own} />
      <OwnDevices own={own} />
      <p>{c("waitStay")}</p>
      <LeaveWaiting sure={t("waitLeaveSure")} onLeave={onLeave} />
    </>
  );
};
