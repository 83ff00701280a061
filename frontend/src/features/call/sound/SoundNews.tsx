import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Notice } from "../../../ui/Notice.js";
import { callTexts } from "../call.texts.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { soundTexts } from "./sound.texts.js";
import type { MicrophoneHandle, MicrophoneNews } from "./use-microphone.js";
import { useMutedTalk } from "./use-muted-talk.js";
import type { SoundHandle } from "./use-sound.js";
import type { SpeakerNews } from "./use-speaker.js";

interface SoundNewsProps {
  readonly own: OwnMedia;
  readonly sound: SoundHandle;
  readonly microphone: MicrophoneHandle;
}

/** What happened to microphone and speaker, and talking that nobody hears. */
export const SoundNews = ({ own, sound, microphone }: SoundNewsProps) => {
  const t = useTexts(soundTexts);
  const ofMicrophone = useMicrophoneSentence();
  const listensIn = sound.choice.warnsWhenMuted && !own.isOn("audio");
  return (
    <>
      <MutedTalk own={own} voice={listensIn ? own.voice : null} />
      <News news={microphone.news} sentence={ofMicrophone} />
      <News<SpeakerNews>
        news={sound.speakerNews}
        sentence={(news) => (news.kind === "back" ? t("speakerBack", { name: news.name }) : t("speakerGone"))}
      />
    </>
  );
};

const useMicrophoneSentence = () => {
  const t = useTexts(soundTexts);
  return (news: MicrophoneNews): string => {
    if (news.kind === "failed") return t("microphoneFailed");
    return t(news.kind === "back" ? "microphoneBack" : "microphoneChanged", { name: news.name });
  };
};

const MutedTalk = ({ own, voice }: { own: OwnMedia; voice: MediaStream | null }) => {
  const t = useTexts(soundTexts);
  const word = useTexts(callTexts);
  const isTalking = useMutedTalk(voice);
  return (
    <div role="status">
      {isTalking && (
        <Notice kind="warning">
          <p>{t("mutedTalk")}</p>
          <Button isBusy={own.isBusy} onClick={() => void own.toggle("audio")}>
            {word("microphoneTurnOn")}
          </Button>
        </Notice>
      )}
    </div>
  );
};

interface NewsProps<Kind> {
  readonly news: Kind | null;
  readonly sentence: (news: Kind) => string;
}

/** Stays until it was read, or something newer happened. */
const News = <Kind extends object>({ news, sentence }: NewsProps<Kind>) => {
  const t = useTexts(soundTexts);
  const [read, setRead] = useState<Kind | null>(null);
  return (
    <div role="status">
      {news && news !== read && (
        <Notice kind="info" icon="warning">
          <p>{sentence(news)}</p>
          <Button onClick={() => setRead(news)}>{t("newsRead")}</Button>
        </Notice>
      )}
    </div>
  );
};
