import { useTexts } from "../../../platform/language.js";
import { callTexts } from "../call.texts.js";
import { useDeviceList } from "../media/device-list.js";
import { useMicrophoneLevel } from "../media/microphone-level.js";
import type { DeviceCheckPart } from "./CameraCheck.js";
import { DeviceSelect } from "./DeviceSelect.js";

export const MicrophoneCheck = ({ opened, choice, onChoose }: DeviceCheckPart) => {
  const t = useTexts(callTexts);
  const { microphones } = useDeviceList(true);
  const [track] = opened.stream.getAudioTracks();
  return (
    <>
      <DeviceSelect
        id="microphone"
        label={t("microphone")}
        noneLabel={t("noMicrophone")}
        devices={microphones}
        value={track?.getSettings().deviceId ?? null}
        onChoose={(microphone) => void onChoose({ ...choice, microphone })}
      />
      {track ? <Level stream={opened.stream} /> : <p>{t("microphoneOffNow")}</p>}
    </>
  );
};

const Level = ({ stream }: { stream: MediaStream }) => {
  const t = useTexts(callTexts);
  const { level, wasHeard } = useMicrophoneLevel(stream);
  return (
    <div class="call-level">
      <meter min={0} max={1} value={level} aria-label={t("level")} />
      <p role="status">{wasHeard ? t("levelHeard") : t("levelSilent")}</p>
    </div>
  );
};
