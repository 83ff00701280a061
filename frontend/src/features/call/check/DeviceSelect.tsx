import { useTexts } from "../../../platform/language.js";
import { Extra } from "../../../ui/easy/Extra.js";
import { Field } from "../../../ui/Field.js";
import { callTexts } from "../call.texts.js";
import type { Device } from "../media/device-list.js";

interface DeviceSelectProps {
  readonly id: string;
  readonly label: string;
  /** null: some device must be chosen. */
  readonly noneLabel: string | null;
  readonly devices: readonly Device[];
  /** What is open now; null: none. */
  readonly value: string | null;
  readonly onChoose: (deviceId: string | null) => void;
}

const none = "none";

export const DeviceSelect = ({ id, label, noneLabel, devices, value, onChoose }: DeviceSelectProps) => {
  const t = useTexts(callTexts);
  return (
    <Extra>
      <Field id={id} label={label}>
        <select
          id={id}
          class="utrecht-textbox utrecht-textbox--html-input call-select"
          value={value ?? none}
          onChange={({ currentTarget }) => onChoose(currentTarget.value === none ? null : currentTarget.value)}
        >
          {devices.map((device, index) => (
            <option key={device.id} value={device.id}>
              {device.label || t("deviceNumber", { kind: label, number: index + 1 })}
            </option>
          ))}
          {noneLabel && <option value={none}>{noneLabel}</option>}
        </select>
      </Field>
    </Extra>
  );
};
