import type { CallRole, Roster } from "@balie/contract/guests";
import type { HelperRelation } from "@balie/contract/helpers";
import type { Localised } from "@balie/contract/languages";
import type { CallTokenView } from "@balie/contract/meetings";
import type { RefusalCode } from "@balie/contract/refusals";
import type { Standing } from "./company/roster.rules.js";
import type { Line } from "./line-quality/line-quality.rules.js";
import type { DeviceProblems } from "./media/open-devices.js";
import type { TextPart } from "./text/realtime-text.rules.js";

/** The words of a call, free of the technology that carries it. */

export type MediaKind = "audio" | "video";

/** Who somebody is comes from the server (the token, and the backend's roster), never from what a client says of itself. */
export type CallParticipant = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly role: CallRole;
  /** From the roster: a colleague's counter, and who a helper is to the citizen. */
  readonly counterName?: Localised | null;
  readonly relation?: HelperRelation | null;
  /** From the roster: what an interpreter interprets. */
  readonly language?: string | null;
  /** From the roster: not in yet. Of an interpreter: their telephone rings. */
  readonly isAnnounced?: boolean;
  /** From the roster: an interpreter whom the clerk silenced is not played. */
  readonly isSilenced?: boolean;
  /** From the roster: they are on the telephone. Unknown of who is not on it. */
  readonly isByPhone?: boolean;
};

/** `left`: hung up here. `removed`: by the clerk. `replaced`: the same person came in elsewhere. `closed`: the room is gone.
    `refused`: no way in, see `code`. `full`: no place. */
export type CallEnd =
  | { readonly why: "left" | "removed" | "replaced" | "closed" | "full" }
  | { readonly why: "refused"; readonly code: RefusalCode | null };

/** `joining`: for the first time. `interrupted`: the network falters. `rejoining`: it was lost, and we try again. */
export type CallConnection = "joining" | "connected" | "interrupted" | "rejoining";

/** What a new try met. `counter`: our own server gives no word. `video`: it does, but the line of the call does not open; while connected: picture and sound go on without that line. */
export type Obstacle = "counter" | "video";

export type CallEvent =
  | { readonly type: "connection"; readonly connection: CallConnection; readonly obstacle?: Obstacle }
  /** On the way in: how this person is in the call. */
  | { readonly type: "entering"; readonly standing: Standing }
  /** The backend's word about who belongs here. */
  | { readonly type: "rosterTold"; readonly roster: Roster }
  | { readonly type: "participantJoined"; readonly participant: CallParticipant }
  | { readonly type: "participantLeft"; readonly id: string }
  | {
      readonly type: "mediaAdded";
      readonly id: string;
      readonly kind: MediaKind;
      readonly stream: MediaStream;
      readonly isMuted: boolean;
    }
  | { readonly type: "mediaRemoved"; readonly id: string; readonly kind: MediaKind }
  | { readonly type: "mediaMuted"; readonly id: string; readonly kind: MediaKind; readonly isMuted: boolean }
  /** What somebody says is switched on; known also of whoever sends no picture at all. */
  | { readonly type: "devicesTold"; readonly id: string; readonly on: readonly MediaKind[] }
  | { readonly type: "seeingTold"; readonly id: string; readonly seeing: Seeing }
  /** Our own line is judged otherwise than before. */
  | { readonly type: "line"; readonly line: Line }
  /** Who speaks now; only a bridge tells. */
  | { readonly type: "spoke"; readonly id: string }
  /** `id` is null for what this person wrote. */
  | { readonly type: "chat"; readonly id: string | null; readonly text: string; readonly at: string }
  /** What somebody is writing, as they write it. */
  | { readonly type: "realtimeText"; readonly id: string; readonly part: TextPart }
  | { readonly type: "ended"; readonly end: CallEnd };

/** What somebody asks of those who send them a picture. `isSigning`: sign language, every movement counts.
    `hasPictures` false: none wanted, it saves data. `sendsPictures` false: the line carries none, and who sees them stand still knows why. */
export type Wishes = { readonly isSigning: boolean; readonly hasPictures: boolean; readonly sendsPictures: boolean };
/** As told to the others; `isSharing`: the picture is a screen, not a camera. */
export type Seeing = Wishes & { readonly isSharing: boolean };

/** This person's own microphone and camera, ready to be sent; outlives the call, so a return needs no new question. */
export type LocalMedia = {
  isOn(kind: MediaKind): boolean;
  stream(kind: MediaKind): MediaStream | null;
  /** Why what is wanted can't be had. */
  problems(): DeviceProblems;
  /** What its person has switched on, whether it can be had or not. */
  isWanted(kind: MediaKind): boolean;
  /** Opens anew what has ended or stopped by itself. Rejects when it still can't be had. */
  revive(kind: MediaKind): Promise<void>;
  /** Switches on or off; asks for a device that there was none of before. Rejects when the browser refuses. */
  setOn(kind: MediaKind, isOn: boolean): Promise<void>;
  /** The screen that is sent in the camera's place; null: none. */
  screen(): MediaStream | null;
  /** Asks which screen or window. Rejects when none was chosen or the browser refuses. */
  shareScreen(): Promise<void>;
  /** The camera returns. */
  stopSharing(): Promise<void>;
  wishes(): Wishes;
  wish(wishes: Wishes): void;
  /** Goes on with another device, "" for the browser's own choice; what is off stays off. Rejects when it cannot be had, and then keeps the one before. */
  change(kind: MediaKind, deviceId: string): Promise<void>;
  /** Called after each change; returns how to stop listening. */
  onChange(listener: () => void): () => void;
  dispose(): void;
};

export type TokenAnswer =
  | { readonly kind: "token"; readonly token: CallTokenView }
  | { readonly kind: "refused"; readonly code: RefusalCode }
  | { readonly kind: "unreachable" };

export type JoinOptions = {
  readonly callToken: CallTokenView;
  /** A fresh token, for when the first is refused or the call has to be joined anew. */
  readonly fetchToken: () => Promise<TokenAnswer>;
  /** May still be opening: the connection is made meanwhile. Asked anew when the call has to be joined anew. */
  readonly media: () => Promise<LocalMedia>;
  readonly onEvent: (event: CallEvent) => void;
};

export type Call = {
  sendMessage(text: string): void;
  sendRealtimeText(part: TextPart): void;
  /** Sends the sounds of a telephone's keys (0-9, *, #) into the call; a comma waits two seconds. */
  pressKeys(keys: string): void;
  /** Joins anew at once, whatever is under way, with all that belongs to it. Nothing once it has ended. */
  rejoin(): void;
  /** Who belongs in the call, as often as it changes. */
  know(roster: Roster): void;
  /** Leaves at once and tells the others; `ended` with `left` follows. */
  hangUp(): void;
};
