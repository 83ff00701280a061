/** A microphone or camera, as far as it tells of its own end. */
export type Stoppable = Pick<MediaStreamTrack, "readyState" | "muted" | "addEventListener" | "removeEventListener">;

/** `trying`: it has stopped by itself, and is being opened anew. `lost`: that took too long; it is tried again when something changes, or on a click. */
export type Revival = "well" | "trying" | "lost";

export interface ReviverOptions {
  /** Opens the device anew; what comes of it is then to be watched. */
  readonly reopen: () => Promise<unknown>;
  readonly tell: (revival: Revival) => void;
  readonly later: (milliseconds: number, act: () => void) => () => void;
}

export interface Reviver {
  /** null: there is none, or it was switched off. */
  watch(track: Stoppable | null): void;
  /** Something changed that may help. */
  look(): void;
  close(): void;
}

/** A silence shorter than this is no end: browsers silence a track for a moment when sound goes another way. */
const silenceMs = 2000;
const triesAtMs = [0, 1000, 3000, 6000] as const;
const patienceMs = 10_000;

/** A device may be taken away (a telephone call on iOS, another program, a cable) and given back without a word: opened anew until it is there, or its person has to help. */
export const newReviver = ({ reopen, tell, later }: ReviverOptions): Reviver => {
  let track: Stoppable | null = null;
  let revival: Revival = "well";
  let isOpening = false;
  let plans: (() => void)[] = [];
  const isStopped = () => track !== null && (track.readyState === "ended" || track.muted);
  const forgetPlans = () => {
    for (const forget of plans.splice(0)) forget();
  };
  const turn = (next: Revival) => {
    if (next === revival) return;
    revival = next;
    tell(next);
  };
  const attempt = async () => {
    if (isOpening || !isStopped()) return;
    isOpening = true;
    await reopen().catch(() => undefined);
    isOpening = false;
  };
  const begin = () => {
    if (revival !== "well" || !isStopped()) return;
    turn("trying");
    forgetPlans();
    plans = triesAtMs.map((at) => later(at, () => void attempt()));
    plans.push(later(patienceMs, () => isStopped() && turn("lost")));
  };
  const settle = () => {
    if (isStopped()) return;
    forgetPlans();
    turn("well");
  };
  const suspect = () => {
    if (revival === "well") plans.push(later(silenceMs, begin));
  };
  const heard = { ended: begin, mute: suspect, unmute: settle };
  const listen = (act: "addEventListener" | "removeEventListener") => {
    for (const [name, then] of Object.entries(heard)) track?.[act](name, then);
  };
  return {
    watch: (next) => {
      listen("removeEventListener");
      track = next;
      listen("addEventListener");
      settle();
      if (track?.readyState === "ended") begin();
      else if (track?.muted) suspect();
    },
    look: () => {
      if (revival === "well") return begin();
      void attempt();
    },
    close: () => {
      listen("removeEventListener");
      track = null;
      forgetPlans();
    },
  };
};
