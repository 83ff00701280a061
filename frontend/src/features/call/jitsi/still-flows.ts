import type { Conference } from "./lib-jitsi-meet.js";
import { mediaConnections } from "./media-connections.js";

const patienceMs = 5000;
const stepMs = 500;

/** Browsers ask each other every few seconds whether they still agree to talk (RFC 7675), also when all is muted: where nothing at all comes in, the line is dead. */
export const stillFlows = async (conference: Conference): Promise<boolean> => {
  if (madeConnections(conference).length === 0) return true;
  const before = await arrived(conference);
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += stepMs) {
    await new Promise((resolve) => setTimeout(resolve, stepMs));
    if ((await arrived(conference)) !== before) return true;
  }
  return false;
};

/** One that is only being made has brought nothing yet; that it never will, others see. */
const madeConnections = (conference: Conference) =>
  mediaConnections(conference).filter(({ iceConnectionState: state }) => state !== "new" && state !== "checking");

const arrived = async (conference: Conference): Promise<number> => {
  const all = await Promise.all(madeConnections(conference).map((connection) => connection.getStats()));
  return all
    .flatMap((reports) => [...reports.values()])
    .filter(({ type }) => type === "candidate-pair")
    .reduce((sum, { bytesReceived = 0, responsesReceived = 0 }) => sum + bytesReceived + responsesReceived, 0);
};
