import "./line-quality.css";
import { useTexts } from "../../../platform/language.js";
import { Notice } from "../../../ui/Notice.js";
import type { Line } from "./line-quality.rules.js";
import { qualityTexts } from "./quality.texts.js";

const bars = { good: 3, fair: 2, poor: 1 } as const;

/** How good the line is, in bars and in words, and what helps when it is not. */
export const LineQuality = ({ line, hasLostPictures }: { line: Line; hasLostPictures: boolean }) => {
  const t = useTexts(qualityTexts);
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
        {hasLostPictures ? (
          <Notice kind="warning">
            <p>
              <strong>{t("noPictures")}</strong> {t("noPicturesMeans")}
            </p>
          </Notice>
        ) : (
          line.level === "poor" && (
            <Notice kind="warning">
              <p>
                <strong>{t("poor")}</strong> {t("poorHelp")}
              </p>
            </Notice>
          )
        )}
      </div>
    </>
  );
};
