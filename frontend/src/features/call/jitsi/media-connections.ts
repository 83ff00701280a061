import type { Conference } from "./lib-jitsi-meet.js";

/** The browser's own connections under a conference: to the other browser, to the bridge, or none yet. */
export const mediaConnections = ({ p2pJingleSession, jvbJingleSession }: Conference): RTCPeerConnection[] =>
  [p2pJingleSession, jvbJingleSession].flatMap((session) => {
    const connection = session?.peerconnection?.peerconnection;
    return connection && connection.signalingState !== "closed" ? [connection] : [];
  });

/** What carries this person's microphone, or their picture. */
export const sendersOf = (conference: Conference, kind: "audio" | "video"): RTCRtpSender[] =>
  mediaConnections(conference).flatMap((connection) =>
    connection.getSenders().filter(({ track }) => track?.kind === kind),
  );
