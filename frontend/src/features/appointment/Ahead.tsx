import "./appointment.css";
import { useState } from "preact/hooks";
import { useEasyMode } from "../../platform/easy-mode.js";
import { useLanguage, useTexts } from "../../platform/language.js";
import { formatUntil } from "../../platform/time.js";
import { Button, ButtonLink } from "../../ui/Button.js";
import { Extra } from "../../ui/easy/Extra.js";
import { Heading } from "../../ui/Heading.js";
import { Icon } from "../../ui/Icon.js";
import { Lazy } from "../../ui/Lazy.js";
import { Notice } from "../../ui/Notice.js";
import { Time, When } from "../../ui/When.js";
import { HelpersPart } from "../call/helpers/HelpersPart.js";
import { AppointmentFacts } from "./AppointmentFacts.js";
import { appointmentTexts } from "./appointment.texts.js";
import type { OverviewProps } from "./Overview.js";

const loadCancelDialog = async () => (await import("./CancelDialog.js")).CancelDialog;

interface AheadProps extends OverviewProps {
  readonly situation: "early" | "open" | "running";
  readonly now: number;
  readonly hasMoved: boolean;
  readonly onMove: () => void;
}

/** The appointment is still to come, or going on. */
export const Ahead = (props: AheadProps) => {
  const t = useTexts(appointmentTexts);
  return (
    <>
      <Heading of="overview" describedBy="moved">
        {t("title")}
      </Heading>
      {props.hasMoved && (
        <Notice id="moved" kind="ok" isAnnounced>
          <p>
            {t("moved")} {props.appointment.citizen.email && t("mailComes")}
          </p>
        </Notice>
      )}
      <Entrance {...props} />
      <Extra>
        <AppointmentFacts appointment={props.appointment} isAhead />
        <HelpersPart title={t("helpers")} linkToken={props.linkToken} timeZone={props.appointment.timeZone} />
        <Changes {...props} />
      </Extra>
    </>
  );
};

/** When the waiting room is open, its button; before that, when it opens. It changes by itself. */
const Entrance = ({ appointment, situation, now, onCall }: AheadProps) => {
  const t = useTexts(appointmentTexts);
  const { language } = useLanguage();
  const { isEasy } = useEasyMode();
  const { opensAt, startsAt, timeZone } = appointment;
  const isEarly = situation === "early";
  return (
    <Notice kind={isEarly ? "info" : "ok"} icon={isEarly ? "clock" : "camera"}>
      <div role="status" class="balie-entrance">
        {isEarly && (
          <>
            <p>
              <strong>{t("startsUntil", { until: formatUntil(startsAt, now, language, timeZone) })}</strong>
            </p>
            {isEasy && (
              <p>
                <When at={startsAt} timeZone={timeZone} />
              </p>
            )}
            <p>
              {t("opensAt")} <Time at={opensAt} timeZone={timeZone} />. {t("opensByItself")}
            </p>
          </>
        )}
        {situation === "open" && <p>{t("isOpen")}</p>}
        {situation === "running" && <p>{t("isRunning")}</p>}
      </div>
      <div class="balie-actions balie-entrance-actions">
        {!isEarly && (
          <Button look="primary" onClick={() => onCall("waiting")}>
            {situation === "running" ? t("backToCall") : t("toWaitingRoom")}
          </Button>
        )}
        <Extra isNeeded={isEarly}>
          <Button look={isEarly && isEasy ? "primary" : "secondary"} onClick={() => onCall("check")}>
            <Icon name="camera" />
            {t("testDevice")}
          </Button>
        </Extra>
      </div>
    </Notice>
  );
};

const Changes = ({ appointment, linkToken, situation, onMove, onChanged }: AheadProps) => {
  const t = useTexts(appointmentTexts);
  const { isKiosk } = useEasyMode();
  const [isAsking, setAsking] = useState(false);
  if (situation === "running") return null;
  return (
    <>
      <div class="balie-actions">
        {!isKiosk && (
          <ButtonLink href={`/a/${linkToken}/afspraak.ics`}>
            <Icon name="calendar" />
            {t("addToCalendar")}
          </ButtonLink>
        )}
        {appointment.isChangeable && <Button onClick={onMove}>{t("move")}</Button>}
        {appointment.isChangeable && <Button onClick={() => setAsking(true)}>{t("cancel")}</Button>}
      </div>
      {!appointment.isChangeable && <p>{t("notChangeable")}</p>}
      {isAsking && (
        <Lazy
          load={loadCancelDialog}
          props={{ appointment, linkToken, onCancelled: onChanged, onClose: () => setAsking(false) }}
        />
      )}
    </>
  );
};
