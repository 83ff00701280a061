import type { InterpreterCallView } from "@balie/contract/interpreters";
import { useTexts } from "../../../platform/language.js";
import { useNow } from "../../../platform/now.js";
import { minutesSince } from "../queue.view.js";
import { interpretingTexts } from "./interpreting.texts.js";
import { secondsLeft } from "./interpreting.view.js";

/** For the eye, and for who looks it up: a screen reader is not told each second. */
export const SecondsLeft = ({ call }: { call: InterpreterCallView }) => {
  const t = useTexts(interpretingTexts);
  const now = useNow(1);
  return <p class="balie-small">{t("secondsLeft", { seconds: secondsLeft(call, now) })}</p>;
};

export const MinutesIn = ({ since }: { since: string }) => {
  const t = useTexts(interpretingTexts);
  const minutes = minutesSince(since, useNow(15));
  return <p class="balie-small">{minutes === 0 ? t("sinceNow") : t("sinceMinutes", { minutes })}</p>;
};
