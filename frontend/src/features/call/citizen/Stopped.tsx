import type { ArrivalView } from "@balie/contract/meetings";
import type { Dispatch } from "preact/hooks";
import { useEasyMode } from "../../../platform/easy-mode.js";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Extra } from "../../../ui/easy/Extra.js";
import { Heading } from "../../../ui/Heading.js";
import type { CitizenCallProps } from "../CitizenCall.js";
import type { CallEnd } from "../call.js";
import { callTexts } from "../call.texts.js";
import { PhoneFallback } from "../phone/PhoneFallback.js";
import type { CitizenCallAction, CitizenScreen } from "./citizen-call.state.js";

type StoppedScreen = Exclude<CitizenScreen, "check" | "arriving" | "failed" | "waiting" | "call" | "phone">;

const sentences = {
  hungUp: { title: "hungUpTitle", text: "hungUpText", again: "returnToCall", action: "returned" },
  lost: { title: "lostTitle", text: "lostText", again: "returnToCall", action: "returned" },
  otherTab: { title: "otherTabTitle", text: "otherTabText", again: "otherTabUse", action: "takenOver" },
  gaveUp: { title: "gaveUpTitle", text: "gaveUpText", again: "gaveUpReturn", action: "checked" },
  turnedAway: { title: "turnedAwayTitle", text: "turnedAwayText", again: null, action: null },
  removed: { title: "removedTitle", text: "removedText", again: null, action: null },
  replaced: { title: "replacedTitle", text: "replacedText", again: null, action: null },
  ended: { title: "endedTitle", text: "endedText", again: null, action: null },
} as const satisfies Record<StoppedScreen, object>;

interface StoppedProps {
  readonly linkToken: string;
  readonly arrival: ArrivalView | null;
  readonly screen: StoppedScreen;
  readonly end: CallEnd | null;
  readonly dispatch: Dispatch<CitizenCallAction>;
  readonly onClose: CitizenCallProps["onClose"];
}

/** No longer in the call: why, and the way back where there is one. */
export const Stopped = ({ linkToken, arrival, screen, end, dispatch, onClose }: StoppedProps) => {
  const t = useTexts(callTexts);
  const { isEasy } = useEasyMode();
  const { title, text, again, action } = sentences[screen];
  const back = () => onClose(screen === "ended" ? "ended" : "left");
  return (
    <>
      <Heading of={screen}>{t(title)}</Heading>
      <p>{screen === "lost" && end?.why === "full" ? t("lostFull") : t(text)}</p>
      <div class="balie-actions">
        {again ? (
          <>
            <Button look="primary" onClick={() => dispatch({ type: action })}>
              {t(again)}
            </Button>
            <Extra>
              <Button onClick={back}>{t("toAppointment")}</Button>
            </Extra>
          </>
        ) : (
          <Button look={isEasy ? "primary" : "secondary"} onClick={back}>
            {t("toAppointment")}
          </Button>
        )}
      </div>
      {screen === "lost" && <PhoneFallback linkToken={linkToken} phone={arrival?.phone ?? null} />}
    </>
  );
};
