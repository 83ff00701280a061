import { Refusal } from "../../../platform/api.js";
import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { Failure } from "../../../ui/Failure.js";
import { Heading, whileLoading } from "../../../ui/Heading.js";
import { Spinner } from "../../../ui/Spinner.js";
import { tokenIn } from "../../call/own-link/situation.js";
import type { RenderCall } from "../visit/VisitPage.js";
import { Answer } from "./Answer.js";
import { loadReservation } from "./reservation.api.js";
import { reservationTexts } from "./reservation.texts.js";

interface ReservationPageProps {
  readonly renderCall: RenderCall;
}

/** The page behind an interpreter's link. Opening it only reads; an answer needs a click. By video it is also the way into the meeting. */
export const ReservationPage = ({ renderCall }: ReservationPageProps) => {
  const token = tokenIn(location.pathname, "i");
  return token ? <KnownLink {...{ token, renderCall }} /> : <Dead why="unknown" />;
};

const KnownLink = ({ token, renderCall }: ReservationPageProps & { readonly token: string }) => {
  const t = useTexts(reservationTexts);
  const { loading, reload, put } = useLoaded("reservation", (signal) => loadReservation(token, signal));
  if (loading.state === "loaded")
    return (
      <Answer
        {...{ token, renderCall, reservation: loading.value }}
        onAnswered={put}
        onRefused={() => reload("quietly")}
      />
    );
  const error = loading.state === "failed" ? loading.error : null;
  if (error instanceof Refusal && error.code === "link_unknown") return <Dead why="unknown" />;
  if (error instanceof Refusal && error.code === "reservation_over") return <Dead why="over" />;
  return (
    <>
      <Heading of={whileLoading}>{t("title")}</Heading>
      {error ? <Failure error={error} onRetry={reload} /> : <Spinner text={t("loading")} />}
    </>
  );
};

const Dead = ({ why }: { readonly why: "unknown" | "over" }) => {
  const t = useTexts(reservationTexts);
  return (
    <>
      <Heading of={why}>{t(`${why}Title`)}</Heading>
      <p>{t(why)}</p>
    </>
  );
};
