/** What we use of lib-jitsi-meet, in words of our own: it holds for the build on npm (2.6726) and for the current one. */

export type Listener = (...values: never[]) => void;

export interface Track {
  getType(): "audio" | "video";
  getTrack(): MediaStreamTrack;
  getOriginalStream(): MediaStream;
  getParticipantId(): string;
  isLocal(): boolean;
  isMuted(): boolean;
  addEventListener(event: string, listener: Listener): void;
  removeEventListener(event: string, listener: Listener): void;
}

export interface LocalTrack extends Track {
  mute(): Promise<void>;
  unmute(): Promise<void>;
  dispose(): Promise<void>;
}

/** What the server put into presence from the token. The npm build passes on id, name and avatar only. */
export interface Identity {
  readonly user?: { readonly id?: string; readonly name?: string; readonly role?: string; readonly moderator?: string };
}

export interface Participant {
  getId(): string;
  /** Current library only; the npm build keeps it in `_identity`. */
  getIdentity?(): Identity | undefined;
  readonly _identity?: Identity;
  /** The room's role, given by the server. */
  getRole(): string;
  isHidden(): boolean;
}

/** Down to the browser's own connection. */
export interface MediaSession {
  readonly remoteJid?: string;
  readonly peerconnection?: { readonly peerconnection?: RTCPeerConnection } | null;
}

export interface Conference {
  on(event: string, listener: Listener): void;
  join(): void;
  isJoined(): boolean;
  leave(): Promise<unknown>;
  myUserId(): string | null;
  addTrack(track: LocalTrack): Promise<unknown>;
  removeTrack(track: LocalTrack): Promise<unknown>;
  /** The current library throws when one is a camera and the other a screen. */
  replaceTrack(from: LocalTrack, to: LocalTrack): Promise<unknown>;
  readonly p2pJingleSession?: MediaSession | null;
  readonly jvbJingleSession?: MediaSession | null;
  /** `element` of the XMPP message; without one it is the chat's body. */
  sendTextMessage(text: string, element?: string): void;
  sendCommand(name: string, values: { value: string }): void;
  addCommandListener(name: string, listener: (command: { value?: string }, id: string) => void): void;
  getParticipants(): Participant[];
  setReceiverVideoConstraint(height: number): void;
  /** Telephone keys, and a comma for a pause of two seconds (RTCDTMFSender). Nothing without a microphone that was opened. */
  sendTones(tones: string, durationMs?: number, gapMs?: number): void;
  /** Of how many people a bridge passes the picture on; -1: all. */
  setLastN(count: number): void;
}

/** The library's own way to the server: a listener that answers false is done. */
export interface StreamOfLibrary {
  addHandler?(listener: () => boolean, namespace: string, name: string): void;
  flush?(): void;
  /** false also while it tries to resume, which it does without a word. */
  readonly connected?: boolean;
}

export interface Connection {
  readonly xmpp?: { readonly connection?: StreamOfLibrary };
  addEventListener(event: string, listener: Listener): void;
  connect(): void;
  disconnect(event?: Event): Promise<unknown> | boolean;
  initJitsiConference(room: string, options: object): Conference;
  /** Current library only. */
  refreshToken?(token: string): Promise<void>;
}

/** Its methods stand on a class: what is set here hides them, and deleted brings them back. */
export interface BrowserOfLibrary {
  isFirefox?(): boolean;
  isWebKitBased?(): boolean;
}

export interface Library {
  init(options: object): unknown;
  setLogLevel(level: string): void;
  readonly logLevels: Readonly<Record<string, string>>;
  readonly events: {
    readonly connection: Readonly<Record<string, string>>;
    readonly conference: Readonly<Record<string, string>>;
    readonly track: Readonly<Record<string, string>>;
  };
  readonly JitsiConnection: new (appId: null, token: string, options: object) => Connection;
  readonly util?: { readonly browser?: BrowserOfLibrary };
  createLocalTracks(options: object): Promise<LocalTrack[]>;
  /** Current library only: takes over what the device check opened, so the browser does not ask twice. */
  createLocalTracksFromMediaStreams?(sources: object[]): LocalTrack[];
}
