import type { Conference, Participant } from "./lib-jitsi-meet.js";

export type Partner = {
  /** Who carries our media is known otherwise than before. */
  readonly look: () => void;
  /** To whom the connection is, or was last. */
  readonly lastId: () => string | null;
  readonly isHere: (id: string | null) => boolean;
};

/** The library ends a call from browser to browser as soon as a third person comes in, for a bridge should take over. Where there is none, clerk and citizen keep their connection: while the library
    decides, it is shown nobody but the partner. `isPartner`: picture and sound go between this person and us. */
export const keepPartner = (conference: Conference, isPartner: (person: Participant) => boolean): Partner => {
  const methods = conference as unknown as Methods;
  const everybody = conference.getParticipants.bind(conference);
  let lastId: string | null = null;

  const partners = (): Participant[] => {
    const found = everybody().filter(isPartner);
    const remoteId = remoteOf(conference);
    if (remoteId === null) return found.slice(-1);
    return found.filter((person) => person.getId() === remoteId);
  };
  const shown = <Answer>(go: () => Answer): Answer => {
    methods["getParticipants"] = partners;
    try {
      return go();
    } finally {
      methods["getParticipants"] = everybody;
      lastId = remoteOf(conference) ?? lastId;
    }
  };

  const decide = methods["_maybeStartOrStopP2P"]?.bind(conference);
  // Never as after somebody's leaving: the library then waits five seconds for others who might come.
  const look = () => void methods["_maybeStartOrStopP2P"]?.();
  const start = () => {
    const had = remoteOf(conference);
    shown(() => decide?.());
    // One partner's connection was stopped; another may be there already, e.g. the citizen on another device.
    if (had !== null && remoteOf(conference) === null) look();
  };
  const answer = methods["_onIncomingCallP2P"]?.bind(conference);
  if (decide) methods["_maybeStartOrStopP2P"] = start;
  if (answer) methods["_onIncomingCallP2P"] = (...call) => shown(() => answer(...call));
  return {
    look: () => conference.isJoined() && look(),
    lastId: () => lastId,
    isHere: (id) => everybody().some((person) => person.getId() === id),
  };
};

type Methods = Record<string, ((...values: unknown[]) => unknown) | undefined>;

/** The room's address of somebody ends in their id. */
const remoteOf = ({ p2pJingleSession }: Conference): string | null =>
  p2pJingleSession?.remoteJid?.split("/")[1] ?? null;
