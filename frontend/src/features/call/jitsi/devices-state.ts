import type { CallEvent, LocalMedia, MediaKind } from "../call.js";
import type { Conference, Library } from "./lib-jitsi-meet.js";

/** Our own part of everybody's presence: which devices are switched on, as a list. */
const devices = "balie-devices";

export const listenToDevices = (conference: Conference, emit: (event: CallEvent) => void): void =>
  conference.addCommandListener(devices, ({ value = "" }, id) => {
    const told = value.split(" ");
    emit({ type: "devicesTold", id, on: (["audio", "video"] as const).filter((kind) => told.includes(kind)) });
  });

/** Tells the others what is switched on: after joining and at each change. */
export const publishDevices = (
  library: Library,
  conference: Conference,
  media: LocalMedia,
  hasBridge: boolean,
): void => {
  const publish = () => {
    const on = (["audio", "video"] as const).filter((kind) => media.isOn(kind));
    if (!hasBridge) sayMuteState(conference, media);
    say(conference, devices, on.join(" "));
  };
  const events = library.events.conference;
  conference.on(events["CONFERENCE_JOINED"] ?? "", () => {
    publish();
    const stop = media.onChange(publish);
    conference.on(events["CONFERENCE_LEFT"] ?? "", stop);
  });
};

/** Browser to browser, the one who calls never tells whether it is muted, and the other side's library takes it as muted. */
const sayMuteState = (conference: Conference, media: LocalMedia): void => {
  const id = conference.myUserId();
  if (!id) return;
  const isMuted = (kind: MediaKind) => !media.isOn(kind);
  const sources = { [`${id}-a0`]: { muted: isMuted("audio") }, [`${id}-v0`]: { muted: isMuted("video") } };
  say(conference, "SourceInfo", JSON.stringify(sources));
  say(conference, "audiomuted", String(isMuted("audio")));
  say(conference, "videomuted", String(isMuted("video")));
};

const say = (conference: Conference, name: string, value: string): void => {
  conference.removeCommand(name);
  conference.sendCommand(name, { value });
};
