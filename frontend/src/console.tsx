import { callTexts } from "./features/call/call.texts.js";
import { soundTexts } from "./features/call/sound/sound.texts.js";
import { Console } from "./features/counter/Console.js";
import { consoleTexts } from "./features/counter/console.texts.js";
import { startPage } from "./platform/start-page.js";
import { Page } from "./ui/Page.js";
import { refusalTexts, uiTexts } from "./ui/texts.js";

void startPage([uiTexts, refusalTexts, callTexts, soundTexts, consoleTexts], () => (
  <Page isWide>
    <Console />
  </Page>
));
