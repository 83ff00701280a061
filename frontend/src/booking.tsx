import { Booking } from "./features/booking/Booking.js";
import { bookingTexts } from "./features/booking/booking.texts.js";
import { startPage } from "./platform/start-page.js";
import { Page } from "./ui/Page.js";
import { refusalTexts, uiTexts } from "./ui/texts.js";

void startPage([uiTexts, refusalTexts, bookingTexts], () => (
  <Page>
    <Booking />
  </Page>
));
