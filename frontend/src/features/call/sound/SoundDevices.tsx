import { useTexts } from "../../../platform/language.js";
import { CheckChoice } from "../../../ui/CheckChoice.js";
import { callTexts } from "../call.texts.js";
import { DeviceSelect } from "../check/DeviceSelect.js";
import { useDeviceList } from "../media/device-list.js";
import type { OwnMedia } from "../stage/use-local-media.js";
import { LevelMeter } from "./LevelMeter.js";
import { soundTexts } from "./sound.texts.js";
import { canChooseSpeaker } from "./speaker.js";
import type { MicrophoneHandle } from "./use-microphone.js";
import type { SoundHandle } from "./use-sound.js";

interface SoundDevicesProps {
  readonly own: OwnMedia;
  readonly sound: SoundHandle;
  readonly microphone: MicrophoneHandle;
}

/** Speaker and microphone, as they are plugged in now. */
export const SoundDevices = ({ own, sound, microphone }: SoundDevicesProps) => {
  const t = useTexts(soundTexts);
  const { speakers } = useDeviceList(true);
  return (
    <>
      {canChooseSpeaker() && speakers.length > 0 && (
        <DeviceSelect
          id="sound-speaker"
          label={t("speaker")}
          noneLabel={t("speakerOwn")}
          devices={speakers.filter(({ id }) => id !== "default")}
          value={sound.speaker || null}
          onChoose={(speaker) => sound.change({ speaker: speaker ?? "" })}
        />
      )}
      <OwnMicrophone own={own} microphone={microphone} />
      <CheckChoice
        id="sound-warn"
        label={t("warn")}
        note={t("warnNote")}
        isChecked={sound.choice.warnsWhenMuted}
        onChange={(warnsWhenMuted) => sound.change({ warnsWhenMuted })}
      />
    </>
  );
};

const OwnMicrophone = ({ own, microphone }: Pick<SoundDevicesProps, "own" | "microphone">) => {
  const t = useTexts(soundTexts);
  const word = useTexts(callTexts);
  const { microphones } = useDeviceList(true);
  const track = own.voice?.getAudioTracks()[0];
  if (!own.voice || !track) return <p>{t("microphoneIsOff")}</p>;
  return (
    <div>
      <DeviceSelect
        id="sound-microphone"
        label={word("microphone")}
        noneLabel={null}
        devices={microphones}
        value={track.getSettings().deviceId ?? null}
        onChoose={(deviceId) => void microphone.choose(deviceId ?? "")}
      />
      {own.isOn("audio") ? <LevelMeter stream={own.voice} label={t("ownLevel")} /> : <p>{t("microphoneIsOff")}</p>}
    </div>
  );
};
