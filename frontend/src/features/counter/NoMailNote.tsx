import type { QueueEntry } from "@balie/contract/meetings";
import { useTexts } from "../../platform/language.js";
import { Icon } from "../../ui/Icon.js";
import { consoleTexts } from "./console.texts.js";

/** Whoever has no e-mail hears of nothing by itself: the clerk tells them. Nothing where mail goes. */
export const NoMailNote = ({ numberWithoutMail: number }: Pick<QueueEntry, "numberWithoutMail">) => {
  const t = useTexts(consoleTexts);
  if (number === null) return null;
  return (
    <p class="balie-small console-device">
      <Icon name="warning" /> {t("noMail", { number })}
    </p>
  );
};
