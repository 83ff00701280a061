import type { DeviceCheckInput, DeviceReason, DeviceVerdict } from "@balie/contract/device-checks";

/** Speech with a small picture; below it the sound itself suffers. */
const enoughForSpeechKbps = 150;
/** Below it the picture is stepped down. */
const enoughForPictureKbps = 600;

/** What a check says of the call to come. Not to be reached by any relay, not to be heard or not to hear means that a telephone may be needed. */
export function judgeDeviceCheck(check: DeviceCheckInput): { verdict: DeviceVerdict; reasons: DeviceReason[] } {
  const slowest = Math.min(check.downKbps ?? Infinity, check.upKbps ?? Infinity);
  const isClosed = [check.udp, check.tls].includes("closed") && ![check.udp, check.tls].includes("open");
  const found: [DeviceReason, boolean][] = [
    ["no_microphone", check.microphone !== "works"],
    ["no_camera", check.camera !== "works"],
    ["no_sound", check.heardSound === false],
    ["no_path", isClosed],
    ["slow_line", slowest < enoughForPictureKbps && slowest >= enoughForSpeechKbps],
    ["too_slow_line", slowest < enoughForSpeechKbps],
  ];
  const reasons = found.flatMap(([reason, isSo]) => (isSo ? [reason] : []));
  const isGrave = reasons.some((reason) => reason !== "no_camera" && reason !== "slow_line");
  return { verdict: isGrave ? "may_need_phone" : reasons.length > 0 ? "limited" : "ready", reasons };
}
