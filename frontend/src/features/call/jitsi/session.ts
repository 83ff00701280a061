import type { Roster } from "@balie/contract/guests";
import type { CallTokenView } from "@balie/contract/meetings";
import type { Call, CallEvent, LocalMedia } from "../call.js";
import { arePartners, byRoster } from "../company/roster.rules.js";
import { conferenceOptions, connectionOptions } from "./call-options.js";
import { listenToConference } from "./conference-events.js";
import { publishDevices } from "./devices-state.js";
import { connectionFailure, dropped, type SessionEnd } from "./failure.js";
import { keepPartner, type Partner } from "./keep-partner.js";
import type { Conference, Connection, Library, LocalTrack, Participant } from "./lib-jitsi-meet.js";
import { localTracks } from "./local-media.js";
import { toParticipant } from "./participant.js";
import { liftPeerToPeerBan } from "./peer-to-peer.js";
import { sendMessage, sendRealtimeText } from "./realtime-text.js";
import { followScreen, sentTracks } from "./screen.js";
import { tellAndHeedWishes } from "./seeing-state.js";
import { sendAtOnce } from "./send-at-once.js";
import { stillFlows } from "./still-flows.js";
import { watchLine } from "./watch-line.js";
import { watchSocket } from "./watch-socket.js";

export type SessionOptions = {
  readonly library: Library;
  readonly call: CallTokenView;
  readonly media: () => Promise<LocalMedia>;
  readonly roster: () => Roster;
  readonly emit: (event: CallEvent) => void;
  /** Called once, when this connection is over and has been cleaned up; not after `leave`. */
  readonly onEnd: (end: SessionEnd) => void;
  /** The connection can go on with a fresh token; undefined: it cannot. */
  readonly refreshToken: () => Promise<string | undefined>;
};

export type Session = Pick<Call, "sendMessage" | "sendRealtimeText" | "pressKeys"> & {
  /** The roster has changed. */
  look(): void;
  leave(): void;
  /** Whether anything still comes in from the others; takes some seconds to say no. True while there is nothing to expect. */
  flows(): Promise<boolean>;
};

/** One connection to the room, from its opening to its end. */
export const openSession = (options: SessionOptions): Session => {
  const { library, call } = options;
  const connection = new library.JitsiConnection(null, call.token, connectionOptions(call));
  let conference: Conference | undefined;
  let partner: Partner | null = null;
  let heedWishes: () => void = () => undefined;
  let isOver = false;
  let stopWatching: () => void = () => undefined;
  const end = (why: SessionEnd | null) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(patience);
    stopWatching();
    stopListening();
    close(connection, conference);
    if (why) options.onEnd(why);
  };
  const emit = (event: CallEvent) => {
    if (!isOver) options.emit(event);
  };
  const established = async (resource: string) => {
    // A second time: the stream was resumed, or (another resource) the server forgot us and the room with it.
    if (connectedAs) return connectedAs === resource ? undefined : end(dropped);
    connectedAs = resource;
    clearTimeout(patience);
    sendAtOnce(connection);
    // The room is made ready while the camera may still be opening.
    const room = connection.initJitsiConference(call.room.toLowerCase(), conferenceOptions(call));
    partner = call.hasBridge ? null : keepPartner(room, partnerTest(options));
    prepareConference(options, room, partner, emit, end);
    conference = room;
    stopWatching = watchSocket({
      connection,
      conference: room,
      tell: (isAway) => emit({ type: "connection", connection: "connected", ...(isAway ? { obstacle: "video" } : {}) }),
      drop: () => end(dropped),
    });
    const media = await options.media().catch(() => null);
    if (isOver) return;
    if (media) heedWishes = join(options, room, media, end);
    else end(dropped);
  };
  let connectedAs: string | undefined;
  const events = library.events.connection;
  connection.addEventListener(events["CONNECTION_ESTABLISHED"] ?? "", established);
  // A second failure follows the first; only the first says why.
  connection.addEventListener(events["CONNECTION_FAILED"] ?? "", (type: string) => end(connectionFailure(type)));
  connection.addEventListener(events["CONNECTION_DISCONNECTED"] ?? "", () => end(dropped));
  const tokenExpired = events["CONNECTION_TOKEN_EXPIRED"];
  if (tokenExpired) connection.addEventListener(tokenExpired, () => void refresh(options, connection, end));
  const stopListening = listenToPage(() => end(null));
  const patience = setTimeout(() => end(dropped), establishedWithinMs);
  connection.connect();
  return {
    sendMessage: (text) => conference && sendMessage(conference, text),
    sendRealtimeText: (part) => conference && sendRealtimeText(conference, part),
    pressKeys: (keys) => conference?.sendTones(keys),
    look: () => {
      if (isOver || !partner) return;
      partner.look();
      heedWishes();
    },
    leave: () => end(null),
    flows: async () => isOver || !conference || stillFlows(conference),
  };
};

const partnerTest =
  ({ call, roster }: SessionOptions) =>
  (person: Participant): boolean => {
    const known = toParticipant(person);
    return known !== null && arePartners(call.role, byRoster(known, roster()).role);
  };

/** A network that holds the line back often says nothing at all, and the library then waits for good. */
const establishedWithinMs = 10_000;

const prepareConference = (
  { library, call }: SessionOptions,
  conference: Conference,
  partner: Partner | null,
  emit: (event: CallEvent) => void,
  end: (why: SessionEnd) => void,
): void => {
  if (!call.hasBridge) liftPeerToPeerBan(library, conference);
  listenToConference({ library, call, conference, partner, emit, end });
  watchLine(library, conference, emit);
};

const join = (
  options: SessionOptions,
  conference: Conference,
  media: LocalMedia,
  end: (why: SessionEnd) => void,
): (() => void) => {
  const { library, call } = options;
  const tracks = localTracks(media);
  const add = async (track: LocalTrack, before?: LocalTrack) => {
    const { screen } = tracks.seeing;
    // The screen has the one place of a picture; the camera takes it when the sharing stops.
    if (screen && track !== screen && track.getType() === "video") return;
    const placed = before ? conference.replaceTrack(before, track) : conference.addTrack(track);
    await placed.catch(() => end(dropped));
  };
  for (const track of sentTracks(tracks)) void add(track);
  tracks.onAdded.add(add);
  conference.on(library.events.conference["CONFERENCE_LEFT"] ?? "", () => tracks.onAdded.delete(add));
  followScreen(library, conference, tracks);
  publishDevices(library, conference, media, call.hasBridge);
  const isPartner = partnerTest(options);
  const heedWishes = tellAndHeedWishes({ library, conference, media, hasBridge: call.hasBridge, isPartner });
  conference.join();
  return heedWishes;
};

const refresh = async (options: SessionOptions, connection: Connection, end: (why: SessionEnd) => void) => {
  const token = await options.refreshToken();
  if (token && connection.refreshToken) await connection.refreshToken(token).catch(() => end(dropped));
  else end({ kind: "tokenRefused" });
};

/** Both are sent before the page goes: the other side must not look at a frozen picture. */
const close = (connection: Connection, conference: Conference | undefined) => {
  void conference?.leave().catch(() => undefined);
  const closing = connection.disconnect();
  if (closing instanceof Promise) void closing.catch(() => undefined);
};

/** A page that goes has not hung up: nothing is told, so that a reload comes back. `pagehide` also comes where `beforeunload` does not (phones), and not for a mere link to another program. */
const listenToPage = (onHide: () => void): (() => void) => {
  window.addEventListener("pagehide", onHide);
  return () => window.removeEventListener("pagehide", onHide);
};
