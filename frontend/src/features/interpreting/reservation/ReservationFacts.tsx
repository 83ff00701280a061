import { languageName } from "@balie/contract/locales/interpreted-languages";
import type { ReservationView } from "@balie/contract/reservations";
import { useLanguage, useTexts } from "../../../platform/language.js";
import { Facts } from "../../../ui/Facts.js";
import { MainWhen, When } from "../../../ui/When.js";
import { reservationTexts } from "./reservation.texts.js";

export const ReservationFacts = ({ reservation }: { readonly reservation: ReservationView }) => {
  const t = useTexts(reservationTexts);
  const { language: page } = useLanguage();
  const { startsAt, endsAt, language, timeZone, answerBy, state } = reservation;
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  return (
    <Facts
      facts={[
        { name: t("when"), value: <MainWhen at={startsAt} timeZone={timeZone} /> },
        { name: t("duration"), value: t("minutes", { minutes }) },
        { name: t("language"), value: languageName(language, page) },
        state === "asked" && { name: t("answerBy"), value: <When at={answerBy} timeZone={timeZone} /> },
      ]}
    />
  );
};
