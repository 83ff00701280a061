import { beginTestCallInput, testCallList, testCallPath } from "@balie/contract/interpreters";
import type { Config } from "../../config.js";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { doneThen, route } from "../../platform/http/route.js";
import type { Log } from "../../platform/log.js";
import { beginTestCall } from "./begin-test-call.js";
import { loadTestCalls } from "./load-test-calls.js";
import { withdrawTestCall } from "./withdraw-test-call.js";

/** For administrators alone. */
export function testCallRoutes(config: Config, log: Log) {
  const settings = {
    hasPhone: config.SIP_URI !== undefined,
    allowed: config.PHONE_ALLOWED_PREFIXES,
    minutesPerDay: config.PHONE_MINUTES_PER_DAY,
    ringSeconds: config.PHONE_RING_SECONDS,
  };
  const list = async ({ db }: Context<ClerkActor>) => ({ calls: await loadTestCalls(db) });
  return [
    route({
      method: "POST",
      path: "/api/interpreters/:interpreterId/test-calls",
      access: "clerk",
      limit: { name: "test-call", points: 30, seconds: 300 },
      input: beginTestCallInput,
      output: testCallList,
      run: doneThen(
        (context, input) =>
          beginTestCall(context, input, settings).catch((fault: unknown) => {
            // As for a search: who may not phone and tries is written down.
            if (fault instanceof Refusal && fault.status === 403)
              log.warn({ clerk: context.actor.clerkId }, "a clerk without the right to it asked for a test call");
            throw fault;
          }),
        list,
      ),
    }),
    route({
      method: "POST",
      path: "/api/test-calls/:testCallId/withdrawal",
      access: "clerk",
      input: testCallPath,
      output: testCallList,
      run: doneThen(withdrawTestCall, list),
    }),
  ];
}
