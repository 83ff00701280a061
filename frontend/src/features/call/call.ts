import type { CallTokenView } from "@balie/contract/meetings";
import type { RefusalCode } from "@balie/contract/refusals";
import type { Line } from "./line-quality/line-quality.rules.js";
import type { TextPart } from "./text/realtime-text.rules.js";

/** The words of a call, free of the technology that carries it. */

export type MediaKind = "audio" | "video";

/** Who somebody is comes from the server (the token's user and role), never from what a client says of itself. */
export type CallRole = "clerk" | "citizen";
export type CallParticipant = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly role: CallRole;
};

/** `left`: hung up here. `removed`: by the clerk. `replaced`: the same person came in elsewhere. `closed`: the room is gone.
    `refused`: no way in, see `code`. `full`: no place. */
export type CallEnd =
  | { readonly why: "left" | "removed" | "replaced" | "closed" | "full" }
  | { readonly why: "refused"; readonly code: RefusalCode | null };

/** `joining`: for the first time. `interrupted`: the network falters. `rejoining`: it was lost, and we try again. */
export type CallConnection = "joining" | "connected" | "interrupted" | "rejoining";

export type CallEvent =
  | { readonly type: "connection"; readonly connection: CallConnection }
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
    `hasPictures` false: none wanted, it saves data. */
export type Wishes = { readonly isSigning: boolean; readonly hasPictures: boolean };
/** As told to the others; `isSharing`: the picture is a screen, not a camera. */
export type Seeing = Wishes & { readonly isSharing: boolean };

/** This person's own microphone and camera, ready to be sent; outlives the call, so a return needs no new question. */
export type LocalMedia = {
  isOn(kind: MediaKind): boolean;
  stream(kind: MediaKind): MediaStream | null;
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
  /** Leaves at once and tells the others; `ended` with `left` follows. */
  hangUp(): void;
};
