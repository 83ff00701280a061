import { callTexts } from "./features/call/call.texts.js";
import { lineTexts } from "./features/call/check/line/line.texts.js";
import { qualityTexts } from "./features/call/line-quality/quality.texts.js";
import { ownLinkTexts } from "./features/call/own-link/own-link.texts.js";
import { seeingTexts } from "./features/call/seeing/seeing.texts.js";
import { soundTexts } from "./features/call/sound/sound.texts.js";
import { textTexts } from "./features/call/text/text.texts.js";
import { trustTexts } from "./features/call/trust/trust.texts.js";
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
const renderCall = (call: InterpreterCallProps) => (
  <Lazy
    load={loadCall}
    areas={[callTexts, lineTexts, qualityTexts, seeingTexts, soundTexts, textTexts, trustTexts]}
    props={call}
  />
);
const isReservation = location.pathname.startsWith("/i/");

void startPage([uiTexts, refusalTexts, reservationTexts, visitingTexts, ownLinkTexts], () => (
  <Page>{isReservation ? <ReservationPage renderCall={renderCall} /> : <VisitPage renderCall={renderCall} />}</Page>
));
