import type { ArrivalView } from "@balie/contract/meetings";
import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Heading } from "../../../ui/Heading.js";
import type { CallConnection, CallEnd } from "../call.js";
import { callTexts } from "../call.texts.js";
import { CitizenDocuments } from "../documents/CitizenDocuments.js";
import { PhoneFallback } from "../phone/PhoneFallback.js";
import { CallStage } from "../stage/CallStage.js";
import { useCall } from "../stage/use-call.js";
import { type LocalMediaHandle, useOwnMedia } from "../stage/use-local-media.js";
import { Trust } from "../trust/Trust.js";
import { fetchCitizenToken } from "./citizen-call.api.js";

interface CitizenTalkProps {
  readonly linkToken: string;
  readonly arrival: ArrivalView;
  readonly municipality: string;
  readonly counter: string;
  readonly media: LocalMediaHandle;
  readonly onEnd: (end: CallEnd) => void;
}

export const CitizenTalk = ({ linkToken, arrival, municipality, counter, media, onEnd }: CitizenTalkProps) => {
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
  const hadTrouble = useHadTrouble(call.state.connection);
  return (
    <>
      <Heading of="call" title={wasAway ? t("turnTitle") : title}>
        {title}
      </Heading>
      <CitizenDocuments arrivalId={arrival.id} documents={arrival.documents} own={own} />
      <CallStage state={call.state} own={own} writing={call.writing} endLabel={t("hangUp")} onEnd={call.hangUp} />
      {arrival.clerk && (
        <Trust
          clerk={arrival.clerk.name}
          counter={counter}
          municipality={municipality}
          people={call.state.people}
          connection={call.state.connection}
        />
      )}
      {(hadTrouble || arrival.phone) && <PhoneFallback linkToken={linkToken} phone={arrival.phone} />}
    </>
  );
};

/** A line that failed once may do so again: from then on the phone is offered. */
const useHadTrouble = (connection: CallConnection): boolean => {
  const [had, setHad] = useState(false);
  const isTrouble = connection === "interrupted" || connection === "rejoining";
  useEffect(() => {
    if (isTrouble) setHad(true);
  }, [isTrouble]);
  return had;
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
