import type { CallTokenView } from "@balie/contract/meetings";
import type { CallEvent } from "../call.js";
import { listenToDevices } from "./devices-state.js";
import { conferenceFailure, dropped, kicked, type SessionEnd } from "./failure.js";
import type { Partner } from "./keep-partner.js";
import type { Conference, Library, Listener, Participant, Track } from "./lib-jitsi-meet.js";
import { toParticipant } from "./participant.js";
import { hearRealtimeText } from "./realtime-text.js";
import { listenToSeeing } from "./seeing-state.js";

type Wiring = {
  readonly library: Library;
  readonly call: CallTokenView;
  readonly conference: Conference;
  /** null: a bridge carries everybody. */
  readonly partner: Partner | null;
  readonly emit: (event: CallEvent) => void;
  readonly end: (why: SessionEnd) => void;
};

/** The library's events become ours. */
export const listenToConference = (wiring: Wiring): void => {
  const on = (name: string, listener: Listener) => {
    const event = wiring.library.events.conference[name];
    if (event) wiring.conference.on(event, listener);
  };
  listenToRoom(wiring, on);
  listenToPeople(wiring, on);
  listenToMedia(wiring, on);
};

type On = (name: string, listener: Listener) => void;

const listenToRoom = ({ conference, partner, emit, end }: Wiring, on: On) => {
  on("CONFERENCE_JOINED", () => emit({ type: "connection", connection: "connected" }));
  on("CONNECTION_INTERRUPTED", () => emit({ type: "connection", connection: "interrupted" }));
  on("CONNECTION_RESTORED", () => emit({ type: "connection", connection: "connected" }));
  on("CONFERENCE_FAILED", (error: string) => {
    const why = conferenceFailure(error);
    if (why) end(why);
  });
  // The library leaves by itself right after this, and trips if we did before.
  on("KICKED", (_actor: unknown, reason?: string) => queueMicrotask(() => end(kicked(reason))));
  on("MESSAGE_RECEIVED", (id: string, text: string) => {
    const isOwn = id === conference.myUserId();
    emit({ type: "chat", id: isOwn ? null : id, text, at: new Date().toISOString() });
  });
  on("ENDPOINT_MESSAGE_RECEIVED", hearRealtimeText(emit));
  // Without a bridge there is nothing to fall back to: media that failed while the partner is there is a lost call.
  on("P2P_STATUS", (_conference: unknown, isPeerToPeer: boolean) => {
    if (!partner || isPeerToPeer) return;
    // By the time their leaving is known, another device of theirs may have been taken.
    const id = partner.lastId();
    queueMicrotask(() => partner.isHere(id) && end(dropped));
  });
};

const listenToPeople = ({ call, emit, end }: Wiring, on: On) => {
  let hasJoined = false;
  on("CONFERENCE_JOINED", () => {
    hasJoined = true;
  });
  const show = (participant: Participant) => {
    const known = toParticipant(participant);
    if (!known) return;
    if (known.userId !== call.userId) return emit({ type: "participantJoined", participant: known });
    // The same person: who was here before us is our own lost connection, who comes after us is our newer page.
    if (hasJoined) end({ kind: "over", end: { why: "replaced" } });
  };
  on("USER_JOINED", (_id: string, participant: Participant) => show(participant));
  on("USER_LEFT", (id: string) => emit({ type: "participantLeft", id }));
};

const listenToMedia = ({ conference, emit }: Wiring, on: On) => {
  listenToDevices(conference, emit);
  listenToSeeing(conference, emit);
  on("DOMINANT_SPEAKER_CHANGED", (id: string) => emit({ type: "spoke", id }));
  on("TRACK_ADDED", (track: Track) => {
    if (track.isLocal()) return;
    const stream = new MediaStream([track.getTrack()]);
    emit({ type: "mediaAdded", id: track.getParticipantId(), kind: track.getType(), stream, isMuted: track.isMuted() });
  });
  on("TRACK_REMOVED", (track: Track) => {
    if (track.isLocal()) return;
    emit({ type: "mediaRemoved", id: track.getParticipantId(), kind: track.getType() });
  });
  on("TRACK_MUTE_CHANGED", (track: Track) => {
    if (track.isLocal()) return;
    emit({ type: "mediaMuted", id: track.getParticipantId(), kind: track.getType(), isMuted: track.isMuted() });
  });
};
