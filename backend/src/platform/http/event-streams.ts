import type { ServerResponse } from "node:http";

export type EventStreams = {
  opened: (route: string, response: ServerResponse) => void;
  countByRoute: () => Map<string, number>;
  /** Lets every page go; each is told to come back after a moment of its own, so that they don't all come at once. */
  end: () => void;
};

/** The streams of server-sent events that this process has open. */
export function createEventStreams(): EventStreams {
  const open = new Map<ServerResponse, string>();
  return {
    opened: (route, response) => {
      open.set(response, route);
      response.on("close", () => open.delete(response));
    },
    countByRoute: () => {
      const counts = new Map<string, number>();
      for (const route of open.values()) counts.set(route, (counts.get(route) ?? 0) + 1);
      return counts;
    },
    end: () => {
      for (const response of open.keys()) response.end(`retry: ${500 + Math.round(Math.random() * 1_500)}\n\n`);
    },
  };
}
