import { useTexts } from "../../platform/language.js";
import { ButtonLink } from "../../ui/Button.js";
import { Heading } from "../../ui/Heading.js";
import { appointmentTexts } from "./appointment.texts.js";

export const LinkUnknown = () => {
  const t = useTexts(appointmentTexts);
  return (
    <>
      <Heading of="unknown">{t("unknownTitle")}</Heading>
      <p>{t("unknownWhy")}</p>
      <ul>
        <li>{t("unknownWhole")}</li>
        <li>{t("unknownLatest")}</li>
      </ul>
      <div class="balie-actions">
        <ButtonLink look="primary" href="/">
          {t("bookNew")}
        </ButtonLink>
      </div>
    </>
  );
};
