import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import { callTexts } from "../call.texts.js";
import { browserFamily } from "../media/browser-family.js";
import type { DeviceProblem, OpenedDevices } from "../media/open-devices.js";

const sentences = {
  blocked: "problemBlocked",
  missing: "problemMissing",
  busy: "problemBusy",
  insecure: "problemInsecure",
  other: "problemOther",
} as const satisfies Record<DeviceProblem, string>;

/** What does not work, and what the person can do about it. */
export const DeviceProblems = (props: { problems: OpenedDevices["problems"]; onRetry: () => void }) => {
  const t = useTexts(callTexts);
  const { audio, video } = props.problems;
  const kinds = [...new Set([audio, video])].filter((problem) => problem !== undefined);
  if (kinds.length === 0) return null;
  return (
    <Notice kind="warning" isAnnounced>
      <h2 class="call-small-heading">
        {t(audio && video ? "problemTitleBoth" : video ? "problemTitleCamera" : "problemTitleMicrophone")}
      </h2>
      {kinds.map((problem) => (
        <p key={problem}>
          {t(sentences[problem])} {problem === "blocked" && t(`blocked${browserFamily(navigator.userAgent)}`)}
        </p>
      ))}
      <Button onClick={props.onRetry}>{t("checkAgain")}</Button>
    </Notice>
  );
};
