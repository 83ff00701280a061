import { useEffect } from "preact/hooks";
import { useLocalised, useTexts } from "../../../platform/language.js";
import { useNow } from "../../../platform/now.js";
import { usePresence } from "../../../platform/presence.js";
import { Button } from "../../../ui/Button.js";
import { Extra } from "../../../ui/easy/Extra.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading } from "../../../ui/Heading.js";
import { Spinner } from "../../../ui/Spinner.js";
import type { CitizenCallProps } from "../CitizenCall.js";
import { callTexts } from "../call.texts.js";
import { DeviceCheck } from "../check/DeviceCheck.js";
import { Help } from "../easy/Help.js";
import { stopStream } from "../media/open-devices.js";
import { ByPhone } from "../phone/ByPhone.js";
import { chatShelf } from "../stage/use-call.js";
import { useLocalMedia } from "../stage/use-local-media.js";
import { CitizenTalk } from "./CitizenTalk.js";
import { depart } from "./citizen-call.api.js";
import { type CitizenScreen, isPresent } from "./citizen-call.state.js";
import { useChimeOnTurn, useDevicesWhilePresent } from "./presence.js";
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
  usePresence(isPresent(screen));
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
          <Extra>
            <Button onClick={() => props.onClose("back")}>{t("checkBack")}</Button>
          </Extra>
        </>
      );
    case "waiting":
      return (
        <WaitingRoom
          linkToken={props.linkToken}
          timeZone={props.appointment.timeZone}
          state={state}
          coming={media.coming}
          onLeave={leave}
        />
      );
    case "phone":
      return (
        <>
          <ByPhone arrival={arrival!} />
          <Help linkToken={props.linkToken} phone={arrival!.phone} isMain />
        </>
      );
    case "call":
      return (
        <CitizenTalk
          linkToken={props.linkToken}
          arrival={arrival!}
          municipality={props.appointment.municipality.name}
          timeZone={props.appointment.timeZone}
          counter={local(props.appointment.counterName)}
          media={media}
          isLive={state.isLive}
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

const useFarewell = (screen: CitizenScreen, meetingId: string | undefined, onClose: CitizenCallProps["onClose"]) =>
  useEffect(() => {
    if (screen !== "ended") return;
    if (meetingId) chatShelf(meetingId).clear();
    onClose("ended");
  }, [screen]);
