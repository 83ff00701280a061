import { callTexts } from "./features/call/call.texts.js";
import { lineTexts } from "./features/call/check/line/line.texts.js";
import { qualityTexts } from "./features/call/line-quality/quality.texts.js";
import { seeingTexts } from "./features/call/seeing/seeing.texts.js";
import { soundTexts } from "./features/call/sound/sound.texts.js";
import { talkTexts } from "./features/call/talk-keys/talk.texts.js";
import { textTexts } from "./features/call/text/text.texts.js";
import { Console } from "./features/counter/Console.js";
import { companyTexts } from "./features/counter/company/company.texts.js";
import { consoleTexts } from "./features/counter/console.texts.js";
import { interpretingTexts } from "./features/counter/interpreting/interpreting.texts.js";
import { startPage } from "./platform/start-page.js";
import { Fence } from "./ui/Fence.js";
import { Page } from "./ui/Page.js";
import { clerkRefusalTexts, refusalTexts, uiTexts } from "./ui/texts.js";

void startPage(
  [
    uiTexts,
    refusalTexts,
    clerkRefusalTexts,
    callTexts,
    lineTexts,
    qualityTexts,
    seeingTexts,
    soundTexts,
    talkTexts,
    textTexts,
    consoleTexts,
    companyTexts,
    interpretingTexts,
  ],
  () => (
    <Page isWide>
      <Fence>
        <Console />
      </Fence>
    </Page>
  ),
);
