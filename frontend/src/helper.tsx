import { helperTexts } from "./features/call/helpers/helper.texts.js";
import { ownLinkAreas } from "./features/call/own-link/own-link.areas.js";
import { ownLinkTexts } from "./features/call/own-link/own-link.texts.js";
import { HelperPage } from "./features/helping/HelperPage.js";
import { startPage } from "./platform/start-page.js";
import { Lazy } from "./ui/Lazy.js";
import { Page } from "./ui/Page.js";
import { refusalTexts, uiTexts } from "./ui/texts.js";

const loadCall = async () => (await import("./features/call/helpers/HelperCall.js")).HelperCall;

void startPage([uiTexts, refusalTexts, helperTexts, ownLinkTexts], () => (
  <Page>
    <HelperPage renderCall={(call) => <Lazy load={loadCall} areas={ownLinkAreas} props={call} />} />
  </Page>
));
