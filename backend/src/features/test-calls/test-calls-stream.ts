import type { TestCallList } from "@balie/contract/interpreters";
import type { DataSource } from "typeorm";
import { z } from "zod";
import { streamRoute } from "../../platform/http/route.js";
import { createChannel } from "../../platform/live/channel.js";
import { keepsRoster } from "../interpreters/interpreter.policy.js";
import { loadTestCalls } from "./load-test-calls.js";

type Parts = { dataSource: DataSource; onFault: (fault: unknown) => void };

/** What administrators who look at the roster see of its test calls, their own and each other's. Other clerks are told of none. */
export function createTestCallsStream({ dataSource, onFault }: Parts) {
  const channel = createChannel<TestCallList>({
    event: "test-calls",
    load: async (keys) => {
      const calls = keys.includes("all") ? await loadTestCalls(dataSource.manager) : [];
      return new Map(keys.map((key) => [key, { calls: key === "all" ? calls : [] }]));
    },
    onFault,
  });
  return {
    refresh: (topic?: string) => channel.refresh(topic),
    routes: [
      streamRoute({
        method: "GET",
        path: "/api/test-calls/events",
        access: "clerk",
        input: z.object({}),
        open: (actor, _, send) => channel.subscribe(["roster"], keepsRoster(actor) ? "all" : "none", send),
      }),
    ],
  };
}
