import type { CallTokenView } from "@balie/contract/meetings";
import type { Call, CallConnection, CallEnd, CallEvent, JoinOptions } from "../call.js";
import type { SessionEnd } from "./failure.js";
import { loadedLibrary, loadLibrary } from "./load-library.js";
import { waitToRetry } from "./retry.js";
import { openSession, type Session } from "./session.js";

/** Joins, stays in through lost networks and stale tokens, and tells everything by `onEvent`; `ended` comes last, and once. */
export const joinCall = (options: JoinOptions): Call => {
  const attempts = { lost: 0, refused: 0, full: 0 };
  let session: Session | undefined;
  let room = options.callToken.room;
  let isOver = false;

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
    emit({ type: "ended", end });
    isOver = true;
  };
  const open = async (call: CallTokenView) => {
    const library = loadedLibrary() ?? (await loadLibrary().catch(() => null));
    if (isOver) return;
    if (!library) return rejoin({ kind: "dropped" });
    room = call.room;
    session = openSession({ library, call, media: options.media, emit, onEnd: rejoin, refreshToken });
  };
  const rejoin = async (why: SessionEnd): Promise<void> => {
    if (isOver) return;
    if (why.kind === "over") return finish(why.end);
    if (why.kind === "tokenRefused" && attempts.refused++ > 0) return finish({ why: "refused", code: null });
    // A server that has just started says that it is full, too.
    if (why.kind === "full" && attempts.full++ > 4) return finish({ why: "full" });
    emit({ type: "connection", connection: "rejoining" });
    if (why.kind !== "tokenRefused") await waitToRetry(attempts.lost++);
    if (isOver) return;
    const answer = await options.fetchToken();
    if (answer.kind === "refused") return finish({ why: "refused", code: answer.code });
    return answer.kind === "token" ? open(answer.token) : rejoin({ kind: "dropped" });
  };
  const refreshToken = async () => {
    const answer = await options.fetchToken();
    if (answer.kind === "refused") finish({ why: "refused", code: answer.code });
    return answer.kind === "token" && answer.token.room === room ? answer.token.token : undefined;
  };
  const network = watchNetwork(options.onEvent);

  emit({ type: "connection", connection: "joining" });
  void open(options.callToken);
  return {
    sendMessage: (text) => session?.sendMessage(text),
    sendRealtimeText: (part) => session?.sendRealtimeText(part),
    hangUp: () => {
      session?.leave();
      finish({ why: "left" });
    },
  };
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
