import type { ServerResponse } from "node:http";

/** Whether its holder may still watch, as on opening. */
type MayStay = () => Promise<boolean>;

export type EventStreams = {
  opened: (route: string, response: ServerResponse, mayStay: MayStay) => void;
  countByRoute: () => Map<string, number>;
  /** Lets those pages go that may not watch any more: signed out meanwhile, or at other counters. They come back and are asked who they are. */
  check: () => Promise<void>;
  /** Lets every page go; each is told to come back after a moment of its own, so that they don't all come at once. */
  end: () => void;
};

const checkedEveryMs = 60_000;

/** The streams of server-sent events that this process has open, checked every minute. */
export function createEventStreams(): EventStreams {
  const open = new Map<ServerResponse, { route: string; mayStay: MayStay }>();
  let isChecking = false;
  const check = async () => {
    if (isChecking) return;
    isChecking = true;
    for (const [response, { mayStay }] of [...open]) if (open.has(response) && !(await mayStay())) response.end();
    isChecking = false;
  };
  const timer = setInterval(check, checkedEveryMs).unref();
  return {
    opened: (route, response, mayStay) => {
      open.set(response, { route, mayStay });
      response.on("close", () => open.delete(response));
    },
    countByRoute: () => {
      const counts = new Map<string, number>();
      for (const { route } of open.values()) counts.set(route, (counts.get(route) ?? 0) + 1);
      return counts;
    },
    check,
    end: () => {
      clearInterval(timer);
      for (const response of open.keys()) response.end(`retry: ${500 + Math.round(Math.random() * 1_500)}\n\n`);
    },
  };
}
