import {
  askInterpreterInput,
  exportInterpreterCallsInput,
  interpreterRequestPath,
  interpreterRequestView,
  interpretingChoice,
  silenceInterpreterInput,
} from "@balie/contract/interpreters";
import { meetingPath } from "@balie/contract/meetings";
import type { Config } from "../../config.js";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Refusal } from "../../platform/http/refusal.js";
import { doneThen, fileRoute, route } from "../../platform/http/route.js";
import type { Log } from "../../platform/log.js";
import { askInterpreter } from "./ask-interpreter.js";
import { callNext } from "./call-next.js";
import { exportCalls } from "./export-calls.js";
import { viewInterpreterRequest } from "./interpreting.view.js";
import { listLanguages } from "./list-languages.js";
import { loadInterpreting } from "./load-interpreting.js";
import { silenceInterpreter } from "./silence-interpreter.js";
import { withdrawRequest } from "./withdraw-request.js";

export function interpretingRoutes(config: Config, log: Log) {
  const settings = { hasPhone: config.SIP_URI !== undefined, allowed: config.PHONE_ALLOWED_PREFIXES };
  const request = async ({ db }: Context<ClerkActor>, { requestId }: { requestId: string }) =>
    viewInterpreterRequest((await loadInterpreting(db, requestId))[0]!);
  /** Who may not phone and tries is written down. */
  const noted = <T>({ clerkId }: ClerkActor, about: object, asked: Promise<T>): Promise<T> =>
    asked.catch((fault: unknown) => {
      if (fault instanceof Refusal && fault.code === "may_not_phone")
        log.warn({ clerk: clerkId, ...about }, "a clerk without the right to phone interpreters asked for one");
      throw fault;
    });

  return [
    route({
      method: "GET",
      path: "/api/meetings/:meetingId/interpreters",
      access: "clerk",
      input: meetingPath,
      output: interpretingChoice,
      run: (context, input) => listLanguages(context, input, settings),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/interpreters",
      access: "clerk",
      limit: { name: "ask-interpreter", points: 30, seconds: 300 },
      input: askInterpreterInput,
      output: interpreterRequestView,
      run: async (context, input) => {
        const asked = askInterpreter(context, input, settings);
        return request(context, { requestId: await noted(context.actor, { meeting: input.meetingId }, asked) });
      },
    }),
    route({
      method: "POST",
      path: "/api/interpreter-requests/:requestId/withdrawal",
      access: "clerk",
      input: interpreterRequestPath,
      output: interpreterRequestView,
      run: doneThen(withdrawRequest, request),
    }),
    route({
      method: "POST",
      path: "/api/interpreter-requests/:requestId/silence",
      access: "clerk",
      limit: { name: "silence-interpreter", points: 120, seconds: 300 },
      input: silenceInterpreterInput,
      output: interpreterRequestView,
      run: doneThen(silenceInterpreter, request),
    }),
    route({
      method: "POST",
      path: "/api/interpreter-requests/:requestId/next",
      access: "clerk",
      limit: { name: "next-interpreter", points: 60, seconds: 300 },
      input: interpreterRequestPath,
      output: interpreterRequestView,
      run: doneThen(
        (context, input) => noted(context.actor, { request: input.requestId }, callNext(context, input)),
        request,
      ),
    }),
    fileRoute({
      method: "GET",
      path: "/api/interpreter-calls.csv",
      access: "clerk",
      input: exportInterpreterCallsInput,
      file: exportCalls,
    }),
  ];
}
