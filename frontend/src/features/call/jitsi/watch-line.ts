import type { CallEvent } from "../call.js";
import { countsIn, figuresBetween, type LineCounts } from "../line-quality/line-figures.rules.js";
import { secondsPerLook } from "../line-quality/line-pictures.rules.js";
import { afterFigures, isSameLine, lineOf, newLineWatch } from "../line-quality/line-quality.rules.js";
import type { Conference, Library } from "./lib-jitsi-meet.js";
import { mediaConnections, sendersOf } from "./media-connections.js";

/** Looks at the line every two seconds for as long as this conference lasts, and tells when it is judged otherwise than before. */
export const watchLine = (library: Library, conference: Conference, emit: (event: CallEvent) => void): void => {
  let watch = newLineWatch;
  let before: LineCounts | null = null;
  let isThin = false;
  const look = async () => {
    const now = await count(conference);
    const figures = before && figuresBetween(before, now);
    before = now;
    if (!figures) return;
    const was = lineOf(watch);
    watch = afterFigures(watch, figures);
    const is = lineOf(watch);
    if (!isSameLine(was, is)) emit({ type: "line", line: is });
    // A line that is fair again with a thin voice may be poor with a full one.
    if (is.level !== "fair") isThin = is.level === "poor";
    await setVoice(conference, isThin);
  };
  const timer = setInterval(() => void look().catch(() => undefined), secondsPerLook * 1000);
  conference.on(library.events.conference["CONFERENCE_LEFT"] ?? "", () => clearInterval(timer));
};

/** On a poor line the voice is sent with fewer bits: understood as well, and its packets and their spares (Opus' own error correction) get through. Asked for at each look, for a connection that
    was made anew knows nothing of it. */
const setVoice = async (conference: Conference, isThin: boolean): Promise<void> => {
  for (const sender of sendersOf(conference, "audio")) {
    const parameters = sender.getParameters();
    const others = (parameters.encodings ?? []).filter(({ maxBitrate }) => (maxBitrate === thinVoiceBits) !== isThin);
    if (others.length === 0) continue;
    for (const encoding of others) {
      if (isThin) encoding.maxBitrate = thinVoiceBits;
      else delete encoding.maxBitrate;
    }
    await sender.setParameters(parameters);
  }
};
const thinVoiceBits = 20_000;

const count = async (conference: Conference): Promise<LineCounts> => {
  const all = await Promise.all(mediaConnections(conference).map((connection) => connection.getStats()));
  return countsIn(all.flatMap((reports) => [...reports.values()]));
};
