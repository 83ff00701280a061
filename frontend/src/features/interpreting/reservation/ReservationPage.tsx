import { useTexts } from "../../../platform/language.js";
import { useLoaded } from "../../../platform/loading.js";
import { DeadEnd } from "../../call/own-link/DeadEnd.js";
import { LinkLoading } from "../../call/own-link/LinkLoading.js";
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
  const deadEnds = { link_unknown: <Dead why="unknown" />, reservation_over: <Dead why="over" /> };
  if (loading.state !== "loaded")
    return <LinkLoading {...{ loading, reload, deadEnds }} title={t("title")} text={t("loading")} />;
  return (
    <Answer
      {...{ token, renderCall, reservation: loading.value }}
      onAnswered={put}
      onRefused={() => reload("quietly")}
    />
  );
};

const Dead = ({ why }: { readonly why: "unknown" | "over" }) => {
  const t = useTexts(reservationTexts);
  return <DeadEnd of={why} title={t(`${why}Title`)} text={t(why)} />;
};
