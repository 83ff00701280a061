import "./sound.css";
import { useState } from "preact/hooks";
import { useTexts } from "../../../platform/language.js";
import { Button } from "../../../ui/Button.js";
import { Lazy } from "../../../ui/Lazy.js";
import { Notice } from "../../../ui/Notice.js";
import { CallIcon } from "../CallIcon.js";
import type { Person } from "../call.state.js";
import { callTexts } from "../call.texts.js";
import { Sound } from "../Sound.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { SoundNews } from "./SoundNews.js";
import { soundTexts } from "./sound.texts.js";
import { useMicrophone } from "./use-microphone.js";
import { type SoundHandle, useSound } from "./use-sound.js";

const loadPanel = async () => (await import("./SoundPanel.js")).SoundPanel;

/** Everything of the sound of a call; its button stands among the controls, where `button` puts it. */
export const useSoundPart = (people: readonly Person[], own: OwnMedia) => {
  const t = useTexts(soundTexts);
  const sound = useSound(people);
  const microphone = useMicrophone(own);
  const [isOpen, setOpen] = useState(false);
  const button = (
    <Button class="call-control" onClick={() => setOpen(true)}>
      <CallIcon name="sound" />
      <span>{t("sound")}</span>
    </Button>
  );
  const part = (
    <>
      <Sounds people={people} sound={sound} />
      <SoundNews own={own} sound={sound} microphone={microphone} />
      {isOpen && <Lazy load={loadPanel} props={{ people, own, sound, microphone, onClose: () => setOpen(false) }} />}
    </>
  );
  return { button, part, microphone: microphone.revival };
};

const Sounds = ({ people, sound }: { people: readonly Person[]; sound: SoundHandle }) => {
  const t = useTexts(callTexts);
  return (
    <>
      {people.map(
        (person) =>
          person.audio && (
            <Sound
              key={person.id}
              stream={person.audio.stream}
              attempt={sound.attempt}
              onBlocked={sound.onBlocked}
              onPlays={sound.onPlays}
              isSilent={sound.isGraphHeard || person.isSilenced === true}
              percent={sound.percentOf(person)}
              speaker={sound.speaker}
            />
          ),
      )}
      {sound.isBlocked && (
        <Notice kind="warning" isAnnounced>
          <p>{t("listenWhy")}</p>
          <Button look="primary" onClick={sound.listen}>
            {t("listen")}
          </Button>
        </Notice>
      )}
    </>
  );
};
