import "./write-down.css";
import type { AppointmentView } from "@balie/contract/appointments";
import { useLocalised, useTexts } from "../../platform/language.js";
import { Button } from "../../ui/Button.js";
import { Facts } from "../../ui/Facts.js";
import { Notice } from "../../ui/Notice.js";
import { sayPin } from "../../ui/say-pin.js";
import { When } from "../../ui/When.js";
import { writeDownTexts } from "./write-down.texts.js";

/** For a citizen without e-mail: this page is all they get, so it is to be copied or printed, and needs no other page beside it. */
export const WriteDown = ({ appointment }: { readonly appointment: AppointmentView }) => {
  const t = useTexts(writeDownTexts);
  const localised = useLocalised();
  const { dialIn, service, startsAt, timeZone } = appointment;
  const call = dialIn && sayPin(dialIn);
  return (
    <>
      <Notice kind="warning">
        <p class="balie-big">{t("writeDown")}</p>
        <p>{t("noMail")}</p>
      </Notice>
      <Facts
        facts={[
          {
            name: t("when"),
            value: (
              <strong class="balie-big">
                <When at={startsAt} timeZone={timeZone} />
              </strong>
            ),
          },
          call && { name: t("call"), value: <strong class="balie-big">{call.number}</strong> },
          call && { name: t("pin"), value: <strong class="balie-big">{call.pin}</strong> },
          { name: t("about"), value: localised(service.name) },
          service.bring && { name: t("bring"), value: localised(service.bring) },
        ]}
      />
      <ul>
        <li>{t("howCall")}</li>
        <li>{t("howWait")}</li>
        <li>{t("howAgain")}</li>
      </ul>
      <div class="balie-actions">
        <Button onClick={() => print()}>{t("print")}</Button>
      </div>
    </>
  );
};
