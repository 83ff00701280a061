import type { ArrivalView } from "@balie/contract/meetings";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { Heading } from "../../../ui/Heading.js";
import type { CallEnd } from "../call.js";
import { callTexts } from "../call.texts.js";
import { CallStage } from "../stage/CallStage.js";
import { useCall } from "../stage/use-call.js";
import { type LocalMediaHandle, useOwnMedia } from "../stage/use-local-media.js";
import { Trust } from "../trust/Trust.js";
import type { OwnLinkMeeting, OwnLinkWay, OwnLinkWords } from "./own-link.js";

interface OwnLinkTalkProps {
  readonly meeting: OwnLinkMeeting;
  readonly words: OwnLinkWords;
  readonly way: OwnLinkWay;
  readonly arrival: ArrivalView;
  readonly media: LocalMediaHandle;
  /** Our own server answers. */
  readonly isLive: boolean;
  readonly onEnd: (end: CallEnd) => void;
}

/** Their call: the same stage as everybody's. */
export const OwnLinkTalk = ({ meeting, words, way, arrival, media, isLive, onEnd }: OwnLinkTalkProps) => {
  const t = useTexts(words);
  const c = useTexts(callTexts);
  const local = useLocalised();
  const own = useOwnMedia(media.coming);
  const call = useCall({
    meetingId: arrival.meetingId,
    roster: arrival.people,
    fetchToken: () => way.fetchToken(arrival.id),
    media: media.start,
    onEnd,
  });
  const municipality = meeting.municipality.name;
  const clerk = arrival.people.find(({ role }) => role === "clerk");
  return (
    <>
      <Heading of="call">{t("calledTitle", { name: meeting.askedBy, municipality })}</Heading>
      <CallStage
        state={call.state}
        own={own}
        writing={call.writing}
        endLabel={c("hangUp")}
        onEnd={call.hangUp}
        onRejoin={call.rejoin}
        isServerAway={!isLive}
      />
      {clerk?.counterName && (
        <Trust
          clerk={clerk.name}
          counter={local(clerk.counterName)}
          municipality={municipality}
          people={call.state.people}
          standing={call.state.standing}
          connection={call.state.connection}
        />
      )}
    </>
  );
};
