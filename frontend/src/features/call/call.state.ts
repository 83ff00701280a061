import type { Roster } from "@balie/contract/guests";
import type { CallConnection, CallEnd, CallEvent, CallParticipant, MediaKind, Obstacle, Seeing } from "./call.js";
import { byRoster, type Standing } from "./company/roster.rules.js";
import type { Line } from "./line-quality/line-quality.rules.js";
import type { ChatMessage } from "./text/chat-log.rules.js";
import { afterTextEvent, liveOfOthers, type TextState } from "./text/text.state.js";

export type RemoteMedia = { readonly stream: MediaStream; readonly isMuted: boolean };
export type Person = CallParticipant & {
  readonly audio: RemoteMedia | null;
  readonly video: RemoteMedia | null;
  /** What they say is switched on; null: not told yet. */
  readonly on: readonly MediaKind[] | null;
  readonly seeing: Seeing;
};

const plainSeeing: Seeing = { isSharing: false, isSigning: false, hasPictures: true, sendsPictures: true };

/** Switched off, not merely late. */
export const isOff = (person: Person, kind: MediaKind): boolean =>
  person[kind]?.isMuted ?? person.on?.includes(kind) === false;

export type CallState = TextState & {
  readonly connection: CallConnection;
  /** What the last try met; null: nothing, or not known. */
  readonly obstacle: Obstacle | null;
  /** Has been in the room since this page began. */
  readonly wasIn: boolean;
  /** null: not on the way in yet. */
  readonly standing: Standing | null;
  readonly roster: Roster;
  readonly people: readonly Person[];
  /** Who spoke last, where that is known. */
  readonly speakerId: string | null;
  readonly line: Line;
  readonly end: CallEnd | null;
};

/** Good until something else is measured. */
const plainLine: Line = { level: "good", hasPictures: true, sendsPictures: true };

export const newCall = (messages: readonly ChatMessage[] = []): CallState => ({
  connection: "joining",
  obstacle: null,
  wasIn: false,
  standing: null,
  roster: [],
  people: [],
  speakerId: null,
  line: plainLine,
  messages,
  live: {},
  end: null,
});

/** How the call looks after an event. */
export const afterCallEvent = (state: CallState, event: CallEvent): CallState => {
  switch (event.type) {
    case "connection":
      return afterConnection(state, event.connection, event.obstacle ?? null);
    case "entering":
      return { ...state, standing: event.standing };
    case "rosterTold":
      return {
        ...state,
        roster: event.roster,
        people: state.people.map((person) => byRoster(person, event.roster)),
      };
    case "participantJoined":
      return { ...state, people: withPerson(state.people, byRoster(event.participant, state.roster)) };
    case "participantLeft":
      return {
        ...state,
        people: state.people.filter((person) => person.id !== event.id),
        live: liveOfOthers(state.live, event.id),
      };
    case "mediaAdded":
      return withMedia(state, event.id, event.kind, () => ({ stream: event.stream, isMuted: event.isMuted }));
    case "mediaRemoved":
      return withMedia(state, event.id, event.kind, () => null);
    case "mediaMuted":
      return withMedia(state, event.id, event.kind, (media) => media && { ...media, isMuted: event.isMuted });
    case "devicesTold":
      return {
        ...state,
        people: state.people.map((person) => (person.id === event.id ? { ...person, on: event.on } : person)),
      };
    case "seeingTold":
      return {
        ...state,
        people: state.people.map((person) => (person.id === event.id ? { ...person, seeing: event.seeing } : person)),
      };
    case "line":
      return { ...state, line: event.line };
    case "spoke":
      return { ...state, speakerId: event.id };
    case "chat":
    case "realtimeText":
      return { ...state, ...afterTextEvent(state, state.people, event) };
    case "ended":
      return { ...state, people: [], live: {}, end: event.end };
  }
};

const afterConnection = (state: CallState, connection: CallConnection, obstacle: Obstacle | null): CallState => {
  // What stood in the way stands there until something else is known. Joined anew, everybody present is told anew.
  if (connection === "rejoining")
    return { ...state, connection, obstacle: obstacle ?? state.obstacle, people: [], live: {}, line: plainLine };
  return { ...state, connection, obstacle, wasIn: state.wasIn || connection === "connected" };
};

const withPerson = (people: readonly Person[], participant: CallParticipant): readonly Person[] => {
  const known = people.find((person) => person.id === participant.id);
  if (!known) return [...people, { ...participant, audio: null, video: null, on: null, seeing: plainSeeing }];
  return people.map((person) => (person === known ? { ...known, ...participant } : person));
};

const withMedia = (
  state: CallState,
  id: string,
  kind: MediaKind,
  change: (media: RemoteMedia | null) => RemoteMedia | null,
): CallState => ({
  ...state,
  people: state.people.map((person) => (person.id === id ? { ...person, [kind]: change(person[kind]) } : person)),
});
