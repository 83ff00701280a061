import { type ClientRequest, request } from "node:http";
import { withChange } from "../../frontend/src/features/counter/queue.view.js";
import type { CookieJar } from "./app.js";
import { until } from "./until.js";

export type EventStream = {
  /** Events so far, parsed, and when they came; of a change, what the page shows then. */
  events: { at: number; event: string; view: any }[];
  /** The next or an earlier event whose view fits. */
  seen: (what: string, fits: (view: any) => boolean) => Promise<any>;
  /** The server has let the page go. */
  hasEnded: () => boolean;
  close: () => void;
};

/** Reads a page's event stream as a browser does. */
export function openEventStream(url: string, jar: CookieJar): Promise<EventStream> {
  const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return new Promise((resolve, reject) => {
    const sent: ClientRequest = request(
      url,
      { headers: { Cookie: cookies, Accept: "text/event-stream" } },
      (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`event stream answered ${answer.statusCode}`));
        const events: EventStream["events"] = [];
        let rest = "";
        let isOver = false;
        answer.setEncoding("utf8");
        answer.on("error", () => undefined);
        answer.on("end", () => {
          isOver = true;
        });
        answer.on("data", (part: string) => {
          const at = Date.now();
          const blocks = (rest + part).split("\n\n");
          rest = blocks.pop()!;
          for (const block of blocks) {
            const [, event, json] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
            if (!event || !json) continue;
            const before = events.findLast((each) => each.event.startsWith("queue"))?.view;
            events.push({ at, event, view: viewAfter(before, event, JSON.parse(json)) });
          }
        });
        return resolve({
          events,
          seen: (what, fits) => until(what, () => events.find(({ view }) => fits(view))?.view),
          hasEnded: () => isOver,
          close: () => sent.destroy(),
        });
      },
    );
    sent.on("error", (fault) => reject(fault));
    sent.end();
  });
}

const viewAfter = (before: any, event: string, told: any) =>
  event === "queue-change" ? withChange(before, told) : told;
