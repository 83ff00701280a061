import type { CallConnection, CallEnd, CallEvent, CallParticipant, MediaKind, Seeing } from "./call.js";

export type RemoteMedia = { readonly stream: MediaStream; readonly isMuted: boolean };
export type Person = CallParticipant & {
  readonly audio: RemoteMedia | null;
  readonly video: RemoteMedia | null;
  /** What they say is switched on; null: not told yet. */
  readonly on: readonly MediaKind[] | null;
  readonly seeing: Seeing;
};

const plainSeeing: Seeing = { isSharing: false, isSigning: false, hasPictures: true };

/** Switched off, not merely late. */
export const isOff = (person: Person, kind: MediaKind): boolean =>
  person[kind]?.isMuted ?? person.on?.includes(kind) === false;

export type ChatMessage = {
  readonly id: number;
  /** null: this person. The name as it was then: who wrote may have gone. */
  readonly from: Pick<CallParticipant, "name" | "role"> | null;
  readonly text: string;
  readonly at: string;
};

export type CallState = {
  readonly connection: CallConnection;
  readonly people: readonly Person[];
  /** Who spoke last, where that is known. */
  readonly speakerId: string | null;
  readonly messages: readonly ChatMessage[];
  readonly end: CallEnd | null;
};

export const newCall = (messages: readonly ChatMessage[] = []): CallState => ({
  connection: "joining",
  people: [],
  speakerId: null,
  messages,
  end: null,
});

/** How the call looks after an event. */
export const afterCallEvent = (state: CallState, event: CallEvent): CallState => {
  switch (event.type) {
    case "connection":
      // Joined anew, everybody present is told anew.
      return { ...state, connection: event.connection, people: event.connection === "rejoining" ? [] : state.people };
    case "participantJoined":
      return { ...state, people: withPerson(state.people, event.participant) };
    case "participantLeft":
      return { ...state, people: state.people.filter((person) => person.id !== event.id) };
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
    case "spoke":
      return { ...state, speakerId: event.id };
    case "chat":
      return { ...state, messages: [...state.messages, toMessage(state, event)] };
    case "ended":
      return { ...state, people: [], end: event.end };
  }
};

/** How many messages of others came after the one read last. */
export const unreadCount = (messages: readonly ChatMessage[], lastReadId: number): number =>
  messages.filter((message) => message.from !== null && message.id > lastReadId).length;

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

const toMessage = (state: CallState, event: Extract<CallEvent, { type: "chat" }>): ChatMessage => {
  const writer = state.people.find((person) => person.id === event.id);
  const from = event.id === null ? null : { name: writer?.name ?? "", role: writer?.role ?? "citizen" };
  return { id: (state.messages.at(-1)?.id ?? 0) + 1, from, text: event.text, at: event.at };
};
