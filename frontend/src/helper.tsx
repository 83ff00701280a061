import { callTexts } from "./features/call/call.texts.js";
import { lineTexts } from "./features/call/check/line/line.texts.js";
import { helperTexts } from "./features/call/helpers/helper.texts.js";
import { qualityTexts } from "./features/call/line-quality/quality.texts.js";
import { ownLinkTexts } from "./features/call/own-link/own-link.texts.js";
import { seeingTexts } from "./features/call/seeing/seeing.texts.js";
import { soundTexts } from "./features/call/sound/sound.texts.js";
import { textTexts } from "./features/call/text/text.texts.js";
import { trustTexts } from "./features/call/trust/trust.texts.js";
import { HelperPage } from "./features/helping/HelperPage.js";
import { startPage } from "./platform/start-page.js";
import { Lazy } from "./ui/Lazy.js";
import { Page } from "./ui/Page.js";
import { refusalTexts, uiTexts } from "./ui/texts.js";

const loadCall = async () => (await import("./features/call/helpers/HelperCall.js")).HelperCall;

void startPage([uiTexts, refusalTexts, helperTexts, ownLinkTexts], () => (
  <Page>
    <HelperPage
      renderCall={(call) => (
        <Lazy
          load={loadCall}
          areas={[callTexts, lineTexts, qualityTexts, seeingTexts, soundTexts, textTexts, trustTexts]}
          props={call}
        />
      )}
    />
  </Page>
));
