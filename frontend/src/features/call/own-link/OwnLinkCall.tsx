import "../call.css";
import { useEffect } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { useNow } from "../../../platform/now.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading } from "../../../ui/Heading.js";
import { Notice } from "../../../ui/Notice.js";
import { Spinner } from "../../../ui/Spinner.js";
import { callTexts } from "../call.texts.js";
import { DeviceCheck } from "../check/DeviceCheck.js";
import { useChimeOnTurn, useDevicesWhilePresent } from "../citizen/presence.js";
import { useCitizenCall } from "../citizen/use-citizen-call.js";
import { stopStream } from "../media/open-devices.js";
import { chatShelf } from "../stage/use-call.js";
import { useLocalMedia } from "../stage/use-local-media.js";
import { OwnLinkStopped } from "./OwnLinkStopped.js";
import { OwnLinkTalk } from "./OwnLinkTalk.js";
import { OwnLinkWaiting } from "./OwnLinkWaiting.js";
import type { GoingIn, OwnLinkMeeting, OwnLinkWay, OwnLinkWords } from "./own-link.js";
import { ownLinkTexts } from "./own-link.texts.js";

interface OwnLinkCallProps extends GoingIn {
  readonly meeting: OwnLinkMeeting;
  readonly words: OwnLinkWords;
  readonly way: OwnLinkWay;
}

/** The side of whoever comes by a link of their own, from the device check to hanging up. */
export const OwnLinkCall = ({ linkToken, meeting, start, onClose, words, way }: OwnLinkCallProps) => {
  const t = useTexts(ownLinkTexts);
  const say = useTexts(words);
  const c = useTexts(callTexts);
  const media = useLocalMedia();
  const { state, screen, dispatch } = useCitizenCall({ linkToken, appointment: meeting, start }, media, way);
  const { arrival } = state;
  const isEarly = useNow(15) < Date.parse(meeting.opensAt);
  useDevicesWhilePresent(screen, media);
  useChimeOnTurn(screen);
  const meetingId = arrival?.meetingId;
  useEffect(() => {
    if (screen === "ended" && meetingId) chatShelf(meetingId).clear();
  }, [screen, meetingId]);
  const goAway = () => {
    media.stop();
    if (arrival) void way.depart(arrival.id).catch(() => undefined);
  };

  switch (screen) {
    case "check":
      return (
        <>
          <Heading of="check">{c("checkTitle")}</Heading>
          <DeviceCheck
            doneLabel={isEarly ? t("back") : c("checkDone")}
            onDone={(stream) => {
              if (isEarly) {
                stopStream(stream);
                return onClose();
              }
              void media.start(stream).catch(() => undefined);
              dispatch({ type: "checked" });
            }}
          >
            {!isEarly && (
              <Button look="subtle" onClick={onClose}>
                {t("back")}
              </Button>
            )}
          </DeviceCheck>
        </>
      );
    case "arriving":
      return <Spinner text={c("waitArriving")} />;
    case "waiting":
      return (
        <OwnLinkWaiting
          {...{ meeting, state, words }}
          coming={media.coming}
          onLeave={() => {
            goAway();
            onClose();
          }}
        />
      );
    case "phone":
      return (
        <>
          <Heading of="phone">{say("title")}</Heading>
          <Notice kind="info" isAnnounced>
            <p>{t("byPhone")}</p>
          </Notice>
        </>
      );
    case "call":
      return (
        <OwnLinkTalk
          {...{ meeting, media, words, way }}
          arrival={arrival!}
          isLive={state.isLive}
          onEnd={(end) => {
            if (end.why === "left") goAway();
            dispatch({ type: "callEnded", end });
          }}
        />
      );
    case "failed":
      return (
        <>
          <Heading of="failed">{c("failedTitle")}</Heading>
          <Failure error={state.fault?.error} onRetry={() => dispatch({ type: "retried" })} />
          <Button onClick={onClose}>{t("back")}</Button>
        </>
      );
    default:
      return <OwnLinkStopped {...{ meeting, screen, dispatch, onClose, words }} />;
  }
};
