import { useEffect, useRef } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { useNow } from "../../../platform/now.js";
import { Button } from "../../../ui/Button.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading } from "../../../ui/Heading.js";
import { Spinner } from "../../../ui/Spinner.js";
import type { CitizenCallProps } from "../CitizenCall.js";
import { callTexts } from "../call.texts.js";
import { DeviceCheck } from "../check/DeviceCheck.js";
import { stopStream } from "../media/open-devices.js";
import { playChime } from "../media/tones.js";
import { ByPhone } from "../phone/ByPhone.js";
import { chatShelf } from "../stage/use-call.js";
import { useLocalMedia } from "../stage/use-local-media.js";
import { CitizenTalk } from "./CitizenTalk.js";
import { depart } from "./citizen-call.api.js";
import { type CitizenScreen, isPresent } from "./citizen-call.state.js";
import { Stopped } from "./Stopped.js";
import { useCitizenCall } from "./use-citizen-call.js";
import { WaitingRoom } from "./WaitingRoom.js";

export const CitizenScreens = (props: CitizenCallProps) => {
  const t = useTexts(callTexts);
  const local = useLocalised();
  const media = useLocalMedia();
  const { state, screen, dispatch } = useCitizenCall(props, media);
  const { arrival } = state;
  // A test days ahead ends where it began; the waiting room is not open yet.
  const isEarly = useNow(15) < Date.parse(props.appointment.opensAt);
  useDevicesWhilePresent(screen, media);
  useChimeOnTurn(screen);
  useFarewell(screen, arrival?.meetingId, props.onClose);
  const leave = () => {
    media.stop();
    if (arrival) void depart(arrival.id).catch(() => undefined);
    props.onClose("left");
  };

  switch (screen) {
    case "check":
      return (
        <>
          <Heading of="check">{t("checkTitle")}</Heading>
          <DeviceCheck
            linkToken={props.linkToken}
            doneLabel={isEarly ? t("checkBack") : t("checkDone")}
            onDone={(stream) => {
              if (isEarly) {
                stopStream(stream);
                return props.onClose("back");
              }
              void media.start(stream).catch(() => undefined);
              dispatch({ type: "checked" });
            }}
          >
            {!isEarly && (
              <Button look="subtle" onClick={() => props.onClose("back")}>
                {t("checkBack")}
              </Button>
            )}
          </DeviceCheck>
        </>
      );
    case "arriving":
      return <Spinner text={t("waitArriving")} />;
    case "failed":
      return (
        <>
          <Heading of="failed">{t("failedTitle")}</Heading>
          <Failure error={state.fault?.error} onRetry={() => dispatch({ type: "retried" })} />
          <Button onClick={() => props.onClose("back")}>{t("checkBack")}</Button>
        </>
      );
    case "waiting":
      return <WaitingRoom linkToken={props.linkToken} state={state} coming={media.coming} onLeave={leave} />;
    case "phone":
      return <ByPhone arrival={arrival!} />;
    case "call":
      return (
        <CitizenTalk
          linkToken={props.linkToken}
          arrival={arrival!}
          municipality={props.appointment.municipality.name}
          counter={local(props.appointment.counterName)}
          media={media}
          onEnd={(end) => {
            if (end.why === "left") void depart(arrival!.id).catch(() => undefined);
            dispatch({ type: "callEnded", end });
          }}
        />
      );
    default:
      return (
        <Stopped
          linkToken={props.linkToken}
          arrival={arrival}
          screen={screen}
          end={state.callEnd}
          dispatch={dispatch}
          onClose={props.onClose}
        />
      );
  }
};

/** Camera and microphone are on in the waiting room and the call only: their light must not burn afterwards. */
const useDevicesWhilePresent = (screen: CitizenScreen, { start, stop }: ReturnType<typeof useLocalMedia>) =>
  useEffect(() => {
    if (isPresent(screen) && screen !== "phone") void start().catch(() => undefined);
    else if (screen !== "arriving") stop();
  }, [screen, start, stop]);

const useChimeOnTurn = (screen: CitizenScreen) => {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === "waiting" && screen === "call") void playChime();
    before.current = screen;
  }, [screen]);
};

const useFarewell = (screen: CitizenScreen, meetingId: string | undefined, onClose: CitizenCallProps["onClose"]) =>
  useEffect(() => {
    if (screen !== "ended") return;
    if (meetingId) chatShelf(meetingId).clear();
    onClose("ended");
  }, [screen]);
