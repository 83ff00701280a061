import type { ArrivalView } from "@balie/contract/meetings";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Heading } from "../../../ui/Heading.js";
import type { CallEnd } from "../call.js";
import { callTexts } from "../call.texts.js";
import { CallStage } from "../stage/CallStage.js";
import { useCall } from "../stage/use-call.js";
import { type LocalMediaHandle, useOwnMedia } from "../stage/use-local-media.js";
import { fetchCitizenToken } from "./citizen-call.api.js";

interface CitizenTalkProps {
  readonly arrival: ArrivalView;
  readonly municipality: string;
  readonly media: LocalMediaHandle;
  readonly onEnd: (end: CallEnd) => void;
}

export const CitizenTalk = ({ arrival, municipality, media, onEnd }: CitizenTalkProps) => {
  const t = useTexts(callTexts);
  const own = useOwnMedia(media.coming);
  const call = useCall({
    meetingId: arrival.meetingId,
    fetchToken: () => fetchCitizenToken(arrival.id),
    media: media.start,
    onEnd,
  });
  const title = t("callTitle", { municipality });
  const wasAway = useWasAway();
  return (
    <>
      <Heading of="call" title={wasAway ? t("turnTitle") : title}>
        {title}
      </Heading>
      <CallStage state={call.state} own={own} writing={call.writing} endLabel={t("hangUp")} onEnd={call.hangUp} />
    </>
  );
};

/** The page was in the background when the turn came, and has not been looked at since: its title then calls. */
const useWasAway = (): boolean => {
  const [isAway, setAway] = useState(document.hidden);
  useEffect(() => {
    const look = () => document.hidden || setAway(false);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return isAway;
};
