import type { Roster } from "@balie/contract/guests";
import type { CallTokenView } from "@balie/contract/meetings";
import type { Call, CallConnection, CallEnd, CallEvent, JoinOptions, Obstacle } from "../call.js";
import { watchReturn } from "../media/watch-return.js";
import { dropped, type SessionEnd } from "./failure.js";
import { loadedLibrary, loadLibrary } from "./load-library.js";
import { waitToRetry } from "./retry.js";
import { openSession, type Session } from "./session.js";

/** Joins, stays in through lost networks and stale tokens, and tells everything by `onEvent`; `ended` comes last, and once. */
export const joinCall = (options: JoinOptions): Call => {
  const attempts = { lost: 0, refused: 0, full: 0 };
  let session: Session | undefined;
  let roster: Roster = [];
  let room = options.callToken.room;
  let isOver = false;
  let round = 0;

  const emit = (event: CallEvent) => {
    if (isOver) return;
    if (event.type === "connection" && event.connection === "connected")
      attempts.lost = attempts.refused = attempts.full = 0;
    if (event.type === "connection") network.mediaIs(event.connection);
    options.onEvent(event);
  };
  const finish = (end: CallEnd) => {
    if (isOver) return;
    network.stop();
    stopReturns();
    emit({ type: "ended", end });
    isOver = true;
  };
  /** Each try has a number: one that a newer try has overtaken gives up by itself. */
  const open = async (call: CallTokenView, mine: number) => {
    const library = loadedLibrary() ?? (await loadLibrary().catch(() => null));
    if (isOver || mine !== round) return;
    if (!library) return rejoin(dropped, "video");
    room = call.room;
    emit({ type: "entering", standing: { role: call.role, hasBridge: call.hasBridge } });
    let hasBeenIn = false;
    const emitOfTry = (event: CallEvent) => {
      hasBeenIn ||= event.type === "connection" && event.connection === "connected";
      emit(event);
    };
    const onEnd = (why: SessionEnd) => rejoin(why, why.kind === "dropped" && !hasBeenIn ? "video" : undefined);
    const { media } = options;
    session = openSession({ library, call, media, roster: () => roster, emit: emitOfTry, onEnd, refreshToken });
  };
  const rejoin = async (why: SessionEnd, obstacle?: Obstacle, isHurried = false): Promise<void> => {
    if (isOver) return;
    const mine = ++round;
    if (why.kind === "over") return finish(why.end);
    if (why.kind === "tokenRefused" && attempts.refused++ > 0) return finish({ why: "refused", code: null });
    // A server that has just started says that it is full, too.
    if (why.kind === "full" && attempts.full++ > 4) return finish({ why: "full" });
    emit({ type: "connection", connection: "rejoining", ...(obstacle ? { obstacle } : {}) });
    if (why.kind !== "tokenRefused" && !isHurried) await waitToRetry(attempts.lost++);
    if (isOver || mine !== round) return;
    const answer = await options.fetchToken();
    if (isOver || mine !== round) return;
    if (answer.kind === "refused") return finish({ why: "refused", code: answer.code });
    return answer.kind === "token" ? open(answer.token, mine) : rejoin(dropped, "counter");
  };
  const rejoinNow = () => {
    session?.leave();
    attempts.lost = 0;
    void rejoin(dropped, undefined, true);
  };
  const refreshToken = async () => {
    const answer = await options.fetchToken();
    if (answer.kind === "refused") finish({ why: "refused", code: answer.code });
    return answer.kind === "token" && answer.token.room === room ? answer.token.token : undefined;
  };
  const network = watchNetwork(options.onEvent);
  const stopReturns = rejoinWhenSilent(() => session, rejoinNow);

  emit({ type: "connection", connection: "joining" });
  void open(options.callToken, round);
  return {
    sendMessage: (text) => session?.sendMessage(text),
    sendRealtimeText: (part) => session?.sendRealtimeText(part),
    pressKeys: (keys) => session?.pressKeys(keys),
    rejoin: rejoinNow,
    know: (now) => {
      roster = now;
      session?.look();
    },
    hangUp: () => {
      session?.leave();
      finish({ why: "left" });
    },
  };
};

/** Whoever comes back (from another program, from sleep, to another network) may find a line that is dead without knowing it. */
const rejoinWhenSilent = (current: () => Session | undefined, rejoin: () => void): (() => void) => {
  let isLooking = false;
  const look = async () => {
    const session = current();
    if (isLooking || !session) return;
    isLooking = true;
    const flows = await session.flows().catch(() => true);
    isLooking = false;
    if (!flows && current() === session) rejoin();
  };
  return watchReturn(() => void look());
};

/** The browser knows at once that the cable is out; the connection itself takes seconds to notice. When the network is back and the
    media never noticed, all is well; else the media says so itself. */
const watchNetwork = (emit: (event: CallEvent) => void) => {
  let media: CallConnection = "joining";
  const onOffline = () => media === "connected" && emit({ type: "connection", connection: "interrupted" });
  const onOnline = () => media === "connected" && emit({ type: "connection", connection: "connected" });
  window.addEventListener("offline", onOffline);
  window.addEventListener("online", onOnline);
  return {
    mediaIs: (connection: CallConnection) => {
      media = connection;
    },
    stop: () => {
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", onOnline);
    },
  };
};
