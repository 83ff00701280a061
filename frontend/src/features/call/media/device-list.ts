import { useEffect, useState } from "preact/hooks";

export type Device = { readonly id: string; readonly label: string };
export type DeviceList = {
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
  readonly speakers: readonly Device[];
};

const none: DeviceList = { microphones: [], cameras: [], speakers: [] };

/** The devices there are, kept up while they are plugged in and out. Browsers name them only after permission: `isOpen` asks anew. */
export const useDeviceList = (isOpen: boolean): DeviceList => {
  const [list, setList] = useState(none);
  useEffect(() => {
    const devices = navigator.mediaDevices;
    if (!devices?.enumerateDevices) return;
    let isGone = false;
    const read = () =>
      devices.enumerateDevices().then(
        (found) =>
          isGone ||
          setList({
            microphones: ofKind(found, "audioinput"),
            cameras: ofKind(found, "videoinput"),
            speakers: ofKind(found, "audiooutput"),
          }),
        () => isGone || setList(none),
      );
    void read();
    devices.addEventListener("devicechange", read);
    return () => {
      isGone = true;
      devices.removeEventListener("devicechange", read);
    };
  }, [isOpen]);
  return list;
};

const ofKind = (found: readonly MediaDeviceInfo[], kind: MediaDeviceKind): Device[] =>
  found
    .filter((device) => device.kind === kind && device.deviceId)
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
