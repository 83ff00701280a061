import { useTexts } from "../../../platform/language.js";
import { callTexts } from "../call.texts.js";
import { useDeviceList } from "../media/device-list.js";
import type { DeviceChoice, OpenedDevices } from "../media/open-devices.js";
import { Video } from "../Video.js";
import { DeviceSelect } from "./DeviceSelect.js";

export interface DeviceCheckPart {
  readonly opened: OpenedDevices;
  readonly choice: DeviceChoice;
  readonly onChoose: (choice: DeviceChoice) => Promise<void>;
}

export const CameraCheck = ({ opened, choice, onChoose }: DeviceCheckPart) => {
  const t = useTexts(callTexts);
  const { cameras } = useDeviceList(true);
  const [track] = opened.stream.getVideoTracks();
  return (
    <div>
      <div class="call-preview">
        {track ? (
          <Video stream={opened.stream} label={t("ownPicture")} isMirrored />
        ) : (
          <p class="call-no-picture">{t("cameraOffNow")}</p>
        )}
      </div>
      <DeviceSelect
        id="camera"
        label={t("camera")}
        noneLabel={t("noCamera")}
        devices={cameras}
        value={track?.getSettings().deviceId ?? null}
        onChoose={(camera) => void onChoose({ ...choice, camera })}
      />
    </div>
  );
};
