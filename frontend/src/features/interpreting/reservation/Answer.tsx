import type { ReservationView } from "@balie/contract/reservations";
import { useState } from "preact/hooks";
import { Refusal } from "../../../platform/api.js";
import { useTexts } from "../../../platform/language.js";
import { useSending } from "../../../platform/sending.js";
import { Button } from "../../../ui/Button.js";
import { Dialog } from "../../../ui/Dialog.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading } from "../../../ui/Heading.js";
import { DeadEnd } from "../../call/own-link/DeadEnd.js";
import { KnownVisit, type RenderCall } from "../visit/VisitPage.js";
import { ReservationFacts } from "./ReservationFacts.js";
import { answerReservation } from "./reservation.api.js";
import { situationOf } from "./reservation.rules.js";
import { reservationTexts } from "./reservation.texts.js";

interface AnswerProps {
  readonly token: string;
  readonly reservation: ReservationView;
  readonly renderCall: RenderCall;
  readonly onAnswered: (reservation: ReservationView) => void;
  /** It changed meanwhile: what holds now is shown. */
  readonly onRefused: () => void;
}

export const Answer = (props: AnswerProps) => {
  const t = useTexts(reservationTexts);
  const { reservation, token, renderCall } = props;
  const action = useAnswer(props);
  const situation = situationOf(reservation);
  if (situation === "asked") return <Asked {...{ reservation, action }} />;
  if (situation === "confirmed" && reservation.medium === "video")
    return (
      <KnownVisit linkToken={token} renderCall={renderCall}>
        <Cannot {...{ reservation, action }} />
      </KnownVisit>
    );
  if (situation === "confirmed") return <Confirmed {...{ reservation, action }} />;
  return <DeadEnd of={situation} title={t(`${situation}Title`)} text={t(situation)} />;
};

interface Action {
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly say: (comes: boolean) => void;
}

const useAnswer = ({ token, onAnswered, onRefused }: AnswerProps): Action => {
  const { isBusy, error, send } = useSending();
  const refused = (fault: unknown): never => {
    if (fault instanceof Refusal && fault.code === "reservation_over") onRefused();
    throw fault;
  };
  const say = (comes: boolean) => send(() => answerReservation(token, comes).catch(refused), onAnswered);
  return { isBusy, error, say };
};

type StepProps = Pick<AnswerProps, "reservation"> & { readonly action: Action };

const Asked = ({ reservation, action: { isBusy, error, say } }: StepProps) => {
  const t = useTexts(reservationTexts);
  return (
    <>
      <Heading of="asked">{t("title")}</Heading>
      <p>
        {t("asks", { name: reservation.name, municipality: reservation.municipality.name })}{" "}
        {t(reservation.medium === "video" ? "byVideo" : "byPhone")}
      </p>
      <ReservationFacts reservation={reservation} />
      {error !== null && <Failure error={error} />}
      <div class="balie-actions">
        <Button look="primary" isBusy={isBusy} onClick={() => say(true)}>
          {t("yes")}
        </Button>
        <Button isBusy={isBusy} onClick={() => say(false)}>
          {t("no")}
        </Button>
      </div>
    </>
  );
};

const Confirmed = (props: StepProps) => {
  const t = useTexts(reservationTexts);
  return (
    <>
      <Heading of="confirmed">{t("confirmedTitle")}</Heading>
      <p>{t("confirmed")}</p>
      <ReservationFacts reservation={props.reservation} />
      <Cannot {...props} />
    </>
  );
};

/** After a yes, a no until the start. */
const Cannot = ({ reservation, action: { isBusy, error, say } }: StepProps) => {
  const t = useTexts(reservationTexts);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      {!reservation.isOver && (
        <div class="balie-actions">
          <Button onClick={() => setAsking(true)}>{t("cannot")}</Button>
        </div>
      )}
      {isAsking && (
        <Dialog title={t("cannotTitle")} onClose={() => setAsking(false)}>
          <p>{t("cannotMeans")}</p>
          {error !== null && <Failure error={error} />}
          <div class="balie-actions">
            <Button look="danger" isBusy={isBusy} onClick={() => say(false)}>
              {t("cannotYes")}
            </Button>
            <Button onClick={() => setAsking(false)}>{t("cannotNo")}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
};
