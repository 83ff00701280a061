import type { Connection } from "./lib-jitsi-meet.js";

/** The library holds back what is sent while it asks for a resumable stream (XEP-0198), and then only looks again at its next tenth of a second. That is the joining itself:
    it goes as soon as the server has said yes. To be called when the connection is established. */
export const sendAtOnce = (connection: Connection): void => {
  const stream = connection.xmpp?.connection;
  if (!stream?.addHandler || !stream.flush) return;
  const go = () => {
    // The library's own listener lets go in the same turn, before or after this one.
    queueMicrotask(() => stream.flush?.());
    return false;
  };
  stream.addHandler(go, "urn:xmpp:sm:3", "enabled");
};
