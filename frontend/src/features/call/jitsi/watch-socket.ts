import type { Conference, Connection } from "./lib-jitsi-meet.js";
import { mediaConnections } from "./media-connections.js";
import { stillFlows } from "./still-flows.js";

interface SocketWatch {
  readonly connection: Connection;
  readonly conference: Conference;
  /** The line to the server is gone, picture and sound are not; or it is back. */
  readonly tell: (isAway: boolean) => void;
  /** All is gone. */
  readonly drop: () => void;
}

const lookEveryMs = 1000;
/** The library resumes a line that broke within three seconds where it can; after that it tries ever more seldom, and says nothing. */
const awayAfterLooks = 8;

/** A conversation that still flows is left alone, however long the server is away; one that does not is given up, to be joined anew. Answers how to stop. */
export const watchSocket = ({ connection, conference, tell, drop }: SocketWatch): (() => void) => {
  const isOpen = () => {
    const stream = connection.xmpp?.connection;
    return !stream || !("connected" in stream) || Boolean(stream.connected);
  };
  let missed = 0;
  let isTold = false;
  let isStopped = false;
  const decide = async () => {
    const flows = mediaConnections(conference).length > 0 && (await stillFlows(conference).catch(() => false));
    if (isStopped || isOpen()) return;
    if (!flows) return drop();
    isTold = true;
    tell(true);
  };
  const look = () => {
    missed = isOpen() ? 0 : missed + 1;
    if (missed > 0 && missed % awayAfterLooks === 0) void decide();
    if (missed === 0 && isTold) {
      isTold = false;
      tell(false);
    }
  };
  const timer = setInterval(look, lookEveryMs);
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
};
