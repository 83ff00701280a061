import { useTexts } from "../../../platform/language.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { guestsTexts } from "./guests.texts.js";
import { isInWritingOnly } from "./roster.rules.js";

/** Who is here in writing only, and why. */
export const WritingOnly = ({ people, standing }: Pick<CallState, "people" | "standing">) => {
  const t = useTexts(guestsTexts);
  const c = useTexts(callTexts);
  const names = people
    .filter((person) => isInWritingOnly(standing, person))
    .map(({ name }) => name || c("nameless"))
    .join(", ");
  return names === "" ? null : (
    <Notice kind="info">
      <p>{t("noBridge", { names })}</p>
    </Notice>
  );
};
