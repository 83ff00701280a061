import type { CallEvent } from "../call.js";
import { countsIn, figuresBetween, type LineCounts } from "../line-quality/line-figures.rules.js";
import { afterFigures, newLineWatch, secondsPerLook } from "../line-quality/line-quality.rules.js";
import type { Conference, Library } from "./lib-jitsi-meet.js";

/** Looks at the line every two seconds for as long as this conference lasts, and tells when it is judged otherwise than before. */
export const watchLine = (library: Library, conference: Conference, emit: (event: CallEvent) => void): void => {
  let watch = newLineWatch;
  let before: LineCounts | null = null;
  const look = async () => {
    const now = await count(conference);
    const figures = before && now && figuresBetween(before, now);
    before = now;
    // Nothing came at all: the line is gone or nobody is there, and others say so.
    if (!figures || figures.isSilent) return;
    const { level, hasPictures } = watch;
    watch = afterFigures(watch, figures);
    if (watch.level === level && watch.hasPictures === hasPictures) return;
    emit({ type: "line", line: { level: watch.level, hasPictures: watch.hasPictures } });
  };
  const timer = setInterval(() => void look().catch(() => undefined), secondsPerLook * 1000);
  conference.on(library.events.conference["CONFERENCE_LEFT"] ?? "", () => clearInterval(timer));
};

const count = async ({ p2pJingleSession, jvbJingleSession }: Conference): Promise<LineCounts | null> => {
  const connection = (p2pJingleSession ?? jvbJingleSession)?.peerconnection?.peerconnection;
  if (!connection || connection.connectionState === "closed") return null;
  return countsIn((await connection.getStats()).values());
};
