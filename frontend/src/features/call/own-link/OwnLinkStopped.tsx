import type { Dispatch } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Heading } from "../../../ui/Heading.js";
import { callTexts } from "../call.texts.js";
import type { CitizenCallAction, CitizenScreen } from "../citizen/citizen-call.state.js";
import type { OwnLinkMeeting, OwnLinkWords } from "./own-link.js";
import { ownLinkTexts } from "./own-link.texts.js";

type StoppedScreen = Exclude<CitizenScreen, "check" | "arriving" | "failed" | "waiting" | "call" | "phone">;

const own = {
  turnedAway: { text: "removed", action: null },
  removed: { text: "removed", action: null },
  replaced: { text: "elsewhere", action: "retried" },
  ended: { text: "ended", action: null },
  gaveUp: { text: "left", action: "checked" },
} as const;
const likeCitizens = {
  hungUp: { title: "hungUpTitle", text: "hungUpText", again: "returnToCall", action: "returned" },
  lost: { title: "lostTitle", text: "lostText", again: "returnToCall", action: "returned" },
  otherTab: { title: "otherTabTitle", text: "otherTabText", again: "otherTabUse", action: "takenOver" },
} as const;

interface OwnLinkStoppedProps {
  readonly meeting: OwnLinkMeeting;
  readonly screen: StoppedScreen;
  readonly dispatch: Dispatch<CitizenCallAction>;
  readonly onClose: () => void;
  readonly words: OwnLinkWords;
}

/** No longer waiting or in the call: why, and the way back where there is one. */
export const OwnLinkStopped = ({ meeting, screen, dispatch, onClose, words }: OwnLinkStoppedProps) => {
  const sentences = useSentences(screen, meeting.askedBy, words);
  const t = useTexts(ownLinkTexts);
  const { title, text, again, action } = sentences;
  return (
    <>
      <Heading of={screen}>{title}</Heading>
      <p>{text}</p>
      <div class="balie-actions">
        {action && (
          <Button look="primary" onClick={() => dispatch({ type: action })}>
            {again}
          </Button>
        )}
        {screen !== "ended" && <Button onClick={onClose}>{t("back")}</Button>}
      </div>
    </>
  );
};

const useSentences = (screen: StoppedScreen, name: string, words: OwnLinkWords) => {
  const t = useTexts(ownLinkTexts);
  const say = useTexts(words);
  const c = useTexts(callTexts);
  if (screen === "hungUp" || screen === "lost" || screen === "otherTab") {
    const { title, text, again, action } = likeCitizens[screen];
    return { title: c(title), text: c(text), again: c(again), action };
  }
  const { text, action } = own[screen];
  const title = text === "ended" || text === "elsewhere" ? t(`${text}Title`) : say(`${text}Title`);
  const said = text === "removed" || text === "elsewhere" ? say(text, { name }) : say(text);
  return { title, text: said, again: t("again"), action };
};
