import { appointmentTexts } from "./features/appointment/appointment.texts.js";
import { EasyFrame } from "./features/appointment/EasyFrame.js";
import { startPage } from "./platform/start-page.js";
import { Page } from "./ui/Page.js";
import { refusalTexts, uiTexts } from "./ui/texts.js";
import { Visit } from "./visit.js";

void startPage([uiTexts, refusalTexts, appointmentTexts], () => (
  <Page>
    <EasyFrame>
      <Visit />
    </EasyFrame>
  </Page>
));
