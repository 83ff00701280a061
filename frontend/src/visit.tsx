import { Appointment } from "./features/appointment/Appointment.js";
import { callTexts } from "./features/call/call.texts.js";
import { lineTexts } from "./features/call/check/line/line.texts.js";
import { qualityTexts } from "./features/call/line-quality/quality.texts.js";
import { phoneTexts } from "./features/call/phone/phone.texts.js";
import { seeingTexts } from "./features/call/seeing/seeing.texts.js";
import { soundTexts } from "./features/call/sound/sound.texts.js";
import { textTexts } from "./features/call/text/text.texts.js";
import { trustTexts } from "./features/call/trust/trust.texts.js";
import { surveyTexts } from "./features/survey/survey.texts.js";
import { Lazy } from "./ui/Lazy.js";

const loadCall = async () => (await import("./features/call/CitizenCall.js")).CitizenCall;
const loadSurvey = async () => (await import("./features/survey/Survey.js")).Survey;

/** The appointment with all that belongs to it, on its own page or at a kiosk. */
export const Visit = ({ linkToken }: { linkToken?: string }) => (
  <Appointment
    {...(linkToken ? { linkToken } : {})}
    renderCall={(call) => (
      <Lazy
        load={loadCall}
        areas={[callTexts, lineTexts, phoneTexts, qualityTexts, seeingTexts, soundTexts, textTexts, trustTexts]}
        props={call}
      />
    )}
    renderSurvey={(token) => <Lazy load={loadSurvey} areas={[surveyTexts]} props={{ linkToken: token }} />}
  />
);
