import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Heading } from "../../../ui/Heading.js";
import { consoleTexts } from "../console.texts.js";
import { handoverTexts } from "./handover.texts.js";

export interface HandedOverProps {
  /** Who leads now. */
  readonly name: string;
  readonly citizenName: string;
  readonly onQueue: () => void;
}

/** What who handed a call over sees, in every tab where it was open. */
export const HandedOver = ({ name, citizenName, onQueue }: HandedOverProps) => {
  const t = useTexts(handoverTexts);
  const c = useTexts(consoleTexts);
  return (
    <>
      <Heading of="handed-over">{t("overTitle", { name, citizen: citizenName })}</Heading>
      <p>{t("overText")}</p>
      <Button look="primary" onClick={onQueue}>
        {c("toQueue")}
      </Button>
    </>
  );
};
