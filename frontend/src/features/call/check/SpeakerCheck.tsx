import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { callTexts } from "../call.texts.js";
import { playTestSound } from "../media/tones.js";

type Stage = "silent" | "playing" | "asking" | "heard" | "unheard";

export const SpeakerCheck = ({ onAnswer }: { onAnswer?: (hasHeard: boolean) => void }) => {
  const t = useTexts(callTexts);
  const [stage, setStage] = useState<Stage>("silent");
  const answer = (hasHeard: boolean) => {
    setStage(hasHeard ? "heard" : "unheard");
    onAnswer?.(hasHeard);
  };
  const play = () => {
    setStage("playing");
    void playTestSound().then(() => setStage("asking"));
  };
  return (
    <section class="call-speaker" aria-labelledby="speaker-title">
      <h2 id="speaker-title" class="call-small-heading">
        {t("speaker")}
      </h2>
      <Button isBusy={stage === "playing"} onClick={play}>
        {t("soundPlay")}
      </Button>
      <div role="status">
        {stage === "playing" && <p>{t("soundPlaying")}</p>}
        {stage === "asking" && <p>{t("soundQuestion")}</p>}
        {stage === "heard" && <p>{t("soundGood")}</p>}
        {stage === "unheard" && <p>{t("soundHelp")}</p>}
      </div>
      {stage === "asking" && (
        <div class="balie-actions">
          <Button onClick={() => answer(true)}>{t("soundYes")}</Button>
          <Button onClick={() => answer(false)}>{t("soundNo")}</Button>
        </div>
      )}
    </section>
  );
};
