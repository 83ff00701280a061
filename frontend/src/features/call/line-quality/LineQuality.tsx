import "./line-quality.css";
import { useTexts } from "../../../platform/language.js";
import { Notice } from "../../../ui/Notice.js";
import type { CallState } from "../call.state.js";
import type { Seeing } from "../seeing/use-seeing.js";
import { costOf } from "./line-quality.rules.js";
import { qualityTexts } from "./quality.texts.js";

const bars = { good: 3, fair: 2, poor: 1 } as const;

interface LineQualityProps {
  readonly state: Pick<CallState, "line" | "people" | "standing">;
  readonly seeing: Pick<Seeing, "look" | "pictures">;
}

/** How good the line is, in bars and in words, and what helps when it is not. */
export const LineQuality = ({ state: { line, people, standing }, seeing }: LineQualityProps) => {
  const t = useTexts(qualityTexts);
  // A bridge sends each as much as their line takes.
  const isKept = standing?.hasBridge === true || people.some((person) => person.seeing.isSigning);
  const cost = costOf(line, seeing.look.isSigning, isKept);
  return (
    <>
      <p class="line-quality">
        <svg class="balie-icon" viewBox="0 0 24 24" aria-hidden="true">
          {[0, 1, 2].map((bar) => (
            <path
              key={bar}
              class={bar < bars[line.level] ? "line-bar line-bar--full" : "line-bar"}
              d={`M${3 + bar * 7} 21v-${6 + bar * 6}h4v${6 + bar * 6}z`}
            />
          ))}
        </svg>
        <span>{t(`level_${line.level}`)}</span>
      </p>
      <div role="status">
        {seeing.pictures === "line" ? (
          <Notice kind="warning">
            <p>
              <strong>{t("noPictures")}</strong> {t("noPicturesMeans")}
            </p>
          </Notice>
        ) : (
          line.level === "poor" && (
            <Notice kind="warning">
              <p>
                <strong>{t("poor")}</strong> {t("poorHelp")} {cost && t(cost)}
              </p>
            </Notice>
          )
        )}
      </div>
    </>
  );
};
