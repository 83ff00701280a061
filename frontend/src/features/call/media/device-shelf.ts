import { browserShelf } from "../../../platform/storage.js";
import type { DeviceChoice } from "./open-devices.js";

/** What this person chose last; names no person and no device, only the browser's own numbers for them. */
export const deviceShelf = browserShelf<DeviceChoice>("devices");

export const chosenDevices = (): DeviceChoice => deviceShelf.read() ?? { microphone: "", camera: "" };
