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

export interface Conference {
  on(event: string, listener: Listener): void;
  join(): void;
  leave(): Promise<unknown>;
  myUserId(): string | null;
  addTrack(track: LocalTrack): Promise<unknown>;
  replaceTrack(before: LocalTrack, track: LocalTrack): Promise<unknown>;
  sendTextMessage(text: string): void;
  sendCommand(name: string, values: { value: string }): void;
  addCommandListener(name: string, listener: (command: { value?: string }, id: string) => void): void;
  getParticipants(): Participant[];
  setReceiverVideoConstraint(height: number): void;
}

/** The library's own way to the server: a listener that answers false is done. */
export interface StreamOfLibrary {
  addHandler?(listener: () => boolean, namespace: string, name: string): void;
  flush?(): void;
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
