import type { LiveWriter } from "./live-writer.js";
import type { TextPart } from "./realtime-text.rules.js";

/** Few let others read along: how that is done is fetched with the first letter of who does, and told how many lines were sent before. Out of reach, it is asked for again with the next letter. */
export const newLateWriter = (send: (part: TextPart) => void, load = () => import("./live-writer.js")): LiveWriter => {
  let writer: LiveWriter | null = null;
  let line = 0;
  let text = "";
  let isAsked = false;
  const keep = (now: string) => {
    text = now;
    if (isAsked || text === "") return;
    isAsked = true;
    load().then(
      ({ newLiveWriter }) => {
        writer = newLiveWriter({ send, line });
        writer.write(text);
      },
      () => {
        isAsked = false;
      },
    );
  };
  return {
    write: (now) => (writer ? writer.write(now) : keep(now)),
    repeat: (now) => (writer ? writer.repeat(now) : keep(now)),
    endLine: () => {
      if (writer) return writer.endLine();
      line += 1;
      keep("");
    },
    stop: () => (writer ? writer.stop() : keep("")),
  };
};
