import { useTexts } from "../../platform/language.js";
import { ButtonLink } from "../../ui/Button.js";
import { useFailureText } from "../../ui/Failure.js";
import { Heading } from "../../ui/Heading.js";
import { welcomeTexts } from "./welcome.texts.js";

export const DeadLink = ({ why }: { readonly why: unknown }) => {
  const t = useTexts(welcomeTexts);
  const textOf = useFailureText();
  return (
    <>
      <Heading of="dead">{t("deadTitle")}</Heading>
      <p>{textOf(why)}</p>
      <div class="balie-actions">
        <ButtonLink look="primary" href="/console">
          {t("toConsole")}
        </ButtonLink>
      </div>
    </>
  );
};
