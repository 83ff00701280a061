import type { CallEvent, LocalMedia, MediaKind } from "../call.js";
import type { Conference, Library } from "./lib-jitsi-meet.js";

/** Our own part of everybody's presence: which devices are switched on, as a list. */
const devices = "balie-devices";

export const listenToDevices = (conference: Conference, emit: (event: CallEvent) => void): void =>
  conference.addCommandListener(devices, ({ value = "" }, id) => {
    const told = value.split(" ");
    emit({ type: "devicesTold", id, on: (["audio", "video"] as const).filter((kind) => told.includes(kind)) });
  });

/** Tells the others what is switched on: with the joining itself, called before it, and again at each change. */
export const publishDevices = (
  library: Library,
  conference: Conference,
  media: LocalMedia,
  hasBridge: boolean,
): void => {
  const publish = () => {
    const on = (["audio", "video"] as const).filter((kind) => isSent(media, kind));
    if (!hasBridge) sayMuteState(conference, media);
    conference.sendCommand(devices, { value: on.join(" ") });
  };
  publish();
  conference.on(library.events.conference["CONFERENCE_LEFT"] ?? "", media.onChange(publish));
};

/** A screen that is shared is a picture, also of somebody whose camera is off. */
const isSent = (media: LocalMedia, kind: MediaKind) =>
  media.isOn(kind) || (kind === "video" && media.screen() !== null);

/** Browser to browser, the one who calls never tells whether it is muted, and the other side's library takes it as muted. */
const sayMuteState = (conference: Conference, media: LocalMedia): void => {
  const id = conference.myUserId();
  const isMuted = (kind: MediaKind) => !isSent(media, kind);
  const sources = { [`${id}-a0`]: { muted: isMuted("audio") }, [`${id}-v0`]: { muted: isMuted("video") } };
  conference.sendCommand("SourceInfo", { value: JSON.stringify(sources) });
  conference.sendCommand("audiomuted", { value: String(isMuted("audio")) });
  conference.sendCommand("videomuted", { value: String(isMuted("video")) });
};
