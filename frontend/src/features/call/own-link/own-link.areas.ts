import { callTexts } from "../call.texts.js";
import { lineTexts } from "../check/line/line.texts.js";
import { qualityTexts } from "../line-quality/quality.texts.js";
import { seeingTexts } from "../seeing/seeing.texts.js";
import { soundTexts } from "../sound/sound.texts.js";
import { textTexts } from "../text/text.texts.js";
import { trustTexts } from "../trust/trust.texts.js";

/** What the call of whoever comes by a link of their own reads, beside their own words. */
export const ownLinkAreas = [callTexts, lineTexts, qualityTexts, seeingTexts, soundTexts, textTexts, trustTexts];
