import { Welcome } from "./features/welcome/Welcome.js";
import { welcomeTexts } from "./features/welcome/welcome.texts.js";
import { startPage } from "./platform/start-page.js";
import { Page } from "./ui/Page.js";
import { clerkRefusalTexts, refusalTexts, uiTexts } from "./ui/texts.js";

void startPage([uiTexts, refusalTexts, clerkRefusalTexts, welcomeTexts], () => (
  <Page>
    <Welcome />
  </Page>
));
