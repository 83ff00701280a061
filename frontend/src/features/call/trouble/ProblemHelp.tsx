import { useTexts } from "../../../platform/language.js";
import { browserFamily, systemFamily } from "../media/browser-family.js";
import type { DeviceProblem } from "../media/device-problem.rules.js";
import { troubleTexts } from "./trouble.texts.js";

const sentences = {
  missing: "problemMissing",
  busy: "problemBusy",
  insecure: "problemInsecure",
  other: "problemOther",
} as const satisfies Record<Exclude<DeviceProblem, "blocked" | "system">, string>;

/** In words for this browser and this system where they differ. */
export const ProblemHelp = ({ problem }: { problem: DeviceProblem | undefined }) => {
  const t = useTexts(troubleTexts);
  if (!problem) return null;
  const { userAgent, maxTouchPoints } = navigator;
  if (problem === "system") return <p>{t(`system${systemFamily(userAgent, maxTouchPoints)}`)}</p>;
  if (problem !== "blocked") return <p>{t(sentences[problem])}</p>;
  return (
    <p>
      {t("problemBlocked")} {t(`blocked${browserFamily(userAgent)}`)}
    </p>
  );
};
