import { ownLinkAreas } from "./features/call/own-link/own-link.areas.js";
import { ownLinkTexts } from "./features/call/own-link/own-link.texts.js";
import { ReservationPage } from "./features/interpreting/reservation/ReservationPage.js";
import { reservationTexts } from "./features/interpreting/reservation/reservation.texts.js";
import type { InterpreterCallProps } from "./features/interpreting/visit/InterpreterCall.js";
import { VisitPage } from "./features/interpreting/visit/VisitPage.js";
import { visitingTexts } from "./features/interpreting/visit/visiting.texts.js";
import { startPage } from "./platform/start-page.js";
import { Lazy } from "./ui/Lazy.js";
import { Page } from "./ui/Page.js";
import { refusalTexts, uiTexts } from "./ui/texts.js";

const loadCall = async () => (await import("./features/interpreting/visit/InterpreterCall.js")).InterpreterCall;
const renderCall = (call: InterpreterCallProps) => <Lazy load={loadCall} areas={ownLinkAreas} props={call} />;
const isReservation = location.pathname.startsWith("/i/");

void startPage([uiTexts, refusalTexts, reservationTexts, visitingTexts, ownLinkTexts], () => (
  <Page>{isReservation ? <ReservationPage renderCall={renderCall} /> : <VisitPage renderCall={renderCall} />}</Page>
));
