import type { DeviceReason } from "@balie/contract/device-checks";
import type { QueueEntry } from "@balie/contract/meetings";
import { useTexts } from "../../platform/language.js";
import { Icon } from "../../ui/Icon.js";
import { consoleTexts } from "./console.texts.js";

const reasonTexts = {
  no_microphone: "deviceNoMicrophone",
  no_camera: "deviceNoCamera",
  no_sound: "deviceNoSound",
  no_path: "deviceNoPath",
  slow_line: "deviceSlowLine",
  too_slow_line: "deviceTooSlowLine",
} as const satisfies Record<DeviceReason, string>;

const verdictTexts = {
  ready: "deviceReady",
  limited: "deviceLimited",
  may_need_phone: "deviceMayNeedPhone",
} as const;

/** What the citizen's own check found, in a line; nothing where there was none. */
export const DeviceCheckNote = ({ entry: { deviceCheck } }: { entry: QueueEntry }) => {
  const t = useTexts(consoleTexts);
  if (!deviceCheck) return null;
  const { verdict, reasons } = deviceCheck;
  return (
    <p class="balie-small console-device">
      <Icon name={verdict === "ready" ? "check" : "warning"} /> {t("deviceChecked")}. {t(verdictTexts[verdict])}{" "}
      {reasons.map((reason) => t(reasonTexts[reason])).join(", ")}
    </p>
  );
};
