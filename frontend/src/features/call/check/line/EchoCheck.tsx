import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../../../platform/language.js";
import { Button } from "../../../../ui/Button.js";
import { lineTexts } from "./line.texts.js";

type Stage = "Intro" | "Recording" | "Playing" | "Done" | "Failed";

/** A small practice: one's own voice comes back as the clerk will hear it. */
export const EchoCheck = ({ stream }: { stream: MediaStream }) => {
  const t = useTexts(lineTexts);
  const [stage, setStage] = useState<Stage>("Intro");
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  if (stream.getAudioTracks().length === 0) return null;
  const show = (next: Stage) => isHere.current && setStage(next);
  const practise = async () => {
    show("Recording");
    try {
      const { playVoice, recordVoice } = await import("../../media/echo.js");
      const voice = await recordVoice(stream);
      if (!isHere.current) return;
      show("Playing");
      await playVoice(voice);
      show("Done");
    } catch {
      show("Failed");
    }
  };
  return (
    <section class="call-echo" aria-labelledby="echo-title">
      <h2 id="echo-title" class="call-small-heading">
        {t("echoTitle")}
      </h2>
      <div role="status">
        <p>{t(`echo${stage}`)}</p>
      </div>
      <Button isBusy={stage === "Recording" || stage === "Playing"} onClick={() => void practise()}>
        {t("echoStart")}
      </Button>
    </section>
  );
};
