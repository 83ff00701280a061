import type { ArrivalView } from "@balie/contract/meetings";
import { useEffect, useState } from "preact/hooks";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { useTexts } from "../../../platform/language.js";
import { Extra } from "../../../ui/easy/Extra.js";
import { Heading } from "../../../ui/Heading.js";
import type { CallConnection, CallEnd } from "../call.js";
import { callTexts } from "../call.texts.js";
import { CitizenDocuments } from "../documents/CitizenDocuments.js";
import { Help } from "../easy/Help.js";
import { useStop } from "../easy/use-stop.js";
import { CitizenGiving } from "../giving/CitizenGiving.js";
import { HelpersPart } from "../helpers/HelpersPart.js";
import { PhoneFallback } from "../phone/PhoneFallback.js";
import { CallStage } from "../stage/CallStage.js";
import { useCall } from "../stage/use-call.js";
import { type LocalMediaHandle, useOwnMedia } from "../stage/use-local-media.js";
import { Coming } from "../trust/Coming.js";
import { Trust } from "../trust/Trust.js";
import { fetchCitizenToken, tellOfGuest } from "./citizen-call.api.js";

interface CitizenTalkProps {
  readonly linkToken: string;
  readonly arrival: ArrivalView;
  readonly municipality: string;
  readonly timeZone: string;
  readonly counter: string;
  readonly media: LocalMediaHandle;
  /** Our own server answers. */
  readonly isLive: boolean;
  readonly onEnd: (end: CallEnd) => void;
}

export const CitizenTalk = ({
  linkToken,
  arrival,
  municipality,
  timeZone,
  counter,
  media,
  isLive,
  onEnd,
}: CitizenTalkProps) => {
  const t = useTexts(callTexts);
  const own = useOwnMedia(media.coming);
  const call = useCall({
    meetingId: arrival.meetingId,
    roster: arrival.people,
    fetchToken: () => fetchCitizenToken(arrival.id),
    media: media.start,
    onEnd,
  });
  const title = t("callTitle", { municipality });
  const wasAway = useWasAway();
  const { stop, question } = useStop(call.hangUp);
  const hadTrouble = useHadTrouble(call.state.connection);
  const { isEasy } = useEasyMode();
  // On the easy screen the button for help asks for the phone.
  const isRescue = arrival.phone !== null || (hadTrouble && !isEasy);
  return (
    <>
      <Heading of="call" title={wasAway ? t("turnTitle") : title}>
        {title}
      </Heading>
      {call.isSettled && (
        <>
          <Coming
            roster={arrival.people}
            standing={call.state.standing}
            people={call.state.people}
            onTold={(guestId) => tellOfGuest(arrival.id, guestId)}
          />
          <CitizenDocuments arrivalId={arrival.id} documents={arrival.documents} own={own} />
          <CitizenGiving arrivalId={arrival.id} page={arrival.shownPage} documents={arrival.givenDocuments} />
        </>
      )}
      <CallStage
        state={call.state}
        isSettled={call.isSettled}
        own={own}
        writing={call.writing}
        endLabel={t("hangUp")}
        onEnd={stop}
        onRejoin={call.rejoin}
        isServerAway={!isLive}
        rescue={isRescue && <PhoneFallback linkToken={linkToken} phone={arrival.phone} />}
        help={(onType) => <Help linkToken={linkToken} phone={arrival.phone} onType={onType} />}
      />
      {question}
      {call.isSettled && (
        <>
          {arrival.clerk && (
            <Trust
              clerk={arrival.clerk.name}
              counter={counter}
              municipality={municipality}
              people={call.state.people}
              standing={call.state.standing}
              connection={call.state.connection}
            />
          )}
          <Extra>
            <HelpersPart title={t("helpers")} {...{ linkToken, timeZone }} told={arrival.helpers} />
          </Extra>
        </>
      )}
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
