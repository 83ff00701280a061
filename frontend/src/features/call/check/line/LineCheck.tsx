import type { DeviceCheckInput } from "@balie/contract/device-checks";
import { useLanguage, useTexts } from "../../../../platform/language.js";
import { Button } from "../../../../ui/Button.js";
import { Extra } from "../../../../ui/easy/Extra.js";
import { Notice } from "../../../../ui/Notice.js";
import { mbitText } from "./line.rules.js";
import { lineTexts } from "./line.texts.js";
import { type LineFacts, useLineCheck } from "./use-line-check.js";
import { type Kept, useVerdict } from "./use-verdict.js";

interface LineCheckProps {
  readonly linkToken: string;
  readonly devices: Pick<DeviceCheckInput, "camera" | "microphone" | "heardSound">;
}

/** How the internet does, in words, and what all of the check means for the call. */
export const LineCheck = ({ linkToken, devices }: LineCheckProps) => {
  const t = useTexts(lineTexts);
  const { isRunning, facts, run } = useLineCheck(linkToken);
  const kept = useVerdict(linkToken, isRunning || !facts ? null : { ...devices, ...facts });
  return (
    <section class="call-line" aria-labelledby="line-title">
      <h2 id="line-title" class="call-small-heading">
        {t("title")}
      </h2>
      <div role="status">
        {isRunning || !kept ? <p>{t("running")}</p> : facts && <Facts facts={facts} kept={kept} />}
      </div>
      {!isRunning && (
        <Extra>
          <Button onClick={run}>{t("again")}</Button>
        </Extra>
      )}
      {!isRunning && <Verdict kept={kept} />}
    </section>
  );
};

const Facts = ({ facts, kept }: { facts: LineFacts; kept: NonNullable<Kept> }) => {
  const t = useTexts(lineTexts);
  const { language } = useLanguage();
  const { udp, tls, downKbps, upKbps } = facts;
  const path =
    udp === "open" || tls === "open" ? "pathOpen" : udp === "closed" || tls === "closed" ? "pathClosed" : null;
  if (downKbps === null || upKbps === null) return <p>{t("untested")}</p>;
  const reasons = kept === "failed" ? null : kept.reasons;
  const pace = reasons?.includes("too_slow_line") ? "tooSlow" : reasons?.includes("slow_line") ? "slow" : "fast";
  return (
    <>
      {reasons && <p>{t(pace)}</p>}
      {path && <p>{t(path)}</p>}
      <p class="balie-small">{t("speed", { down: mbitText(downKbps, language), up: mbitText(upKbps, language) })}</p>
    </>
  );
};

const sentences = { ready: "ready", limited: "limited", may_need_phone: "mayNeedPhone" } as const;

const Verdict = ({ kept }: { kept: Kept }) => {
  const t = useTexts(lineTexts);
  if (!kept) return null;
  if (kept === "failed") return <p role="status">{t("notTold")}</p>;
  return (
    <Notice kind={kept.verdict === "ready" ? "ok" : "warning"} isAnnounced>
      <p>{t(sentences[kept.verdict])}</p>
      <p class="balie-small">{t("told")}</p>
    </Notice>
  );
};
