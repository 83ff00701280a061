import type { DeviceCheckInput } from "@balie/contract/device-checks";
import type { DeviceChoice, OpenedDevices } from "../../media/open-devices.js";

/** kbit/s of so many bytes in so many milliseconds. */
export const kbpsOf = (bytes: number, milliseconds: number): number =>
  Math.round((bytes * 8) / Math.max(1, milliseconds));

/** As people know it: 0.4, 2.5, 40. */
export const mbitText = (kbps: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(kbps / 1000);

type Devices = Pick<DeviceCheckInput, "camera" | "microphone">;

/** What the check made of the two devices. */
export const devicesOf = (
  { problems }: Pick<OpenedDevices, "problems">,
  has: { readonly audio: boolean; readonly video: boolean },
  choice: DeviceChoice,
): Devices => {
  const stateOf = (kind: "audio" | "video", chosen: string | null): DeviceCheckInput["camera"] => {
    if (has[kind]) return "works";
    const problem = problems[kind];
    if (problem === "system") return "blocked";
    if (problem === "blocked" || problem === "missing" || problem === "busy") return problem;
    return chosen === null ? "off" : "failed";
  };
  return { microphone: stateOf("audio", choice.microphone), camera: stateOf("video", choice.camera) };
};
