import type { Page } from "playwright-core";

interface Recorded {
  readonly recordedConnections: RTCPeerConnection[];
}
declare const window: Window & typeof globalThis & Recorded;

export const sentMicrophone = (page: Page): Promise<{ id: string; label: string; readyState: string }> =>
  page.evaluate(() => {
    const track = window.recordedConnections
      .filter(({ connectionState }) => connectionState === "connected")
      .flatMap((connection) => connection.getSenders())
      .find((sender) => sender.track?.kind === "audio")?.track;
    return { id: track?.id ?? "", label: track?.label ?? "", readyState: track?.readyState ?? "" };
  });

/** As a browser does when the cable is out: the track ends without being asked. */
export const unplugMicrophone = (): void => {
  for (const connection of window.recordedConnections)
    for (const { track } of connection.getSenders())
      if (track?.kind === "audio") {
        track.stop();
        track.dispatchEvent(new Event("ended"));
      }
};

/** Devices whose names fit are not there: as after pulling them out. */
export const hideDevices = (pattern: string): void => {
  const devices = navigator.mediaDevices;
  const isHidden = (label: string) => new RegExp(pattern).test(label);
  const { enumerateDevices, getUserMedia } = MediaDevices.prototype;
  devices.enumerateDevices = async () =>
    (await enumerateDevices.call(devices)).filter((device) => !isHidden(device.label));
  devices.getUserMedia = async (wanted) => {
    if (wanted?.audio && isHidden("Fake Default Audio Input")) throw new DOMException("none", "NotFoundError");
    return getUserMedia.call(devices, wanted);
  };
  devices.dispatchEvent(new Event("devicechange"));
};

/** The second of the fake speakers, of the element or of what it gave way to. */
export const speakerOfThePage = async (): Promise<boolean> => {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const wanted = devices.find(({ kind, label }) => kind === "audiooutput" && label === "Fake Audio Output 2");
  const audio = document.querySelector<HTMLAudioElement & { sinkId: string }>("audio");
  return wanted !== undefined && audio?.sinkId === wanted.deviceId;
};
