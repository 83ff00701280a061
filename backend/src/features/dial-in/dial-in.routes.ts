import {
  allowDialInInput,
  allowedDialIn,
  callerGone,
  callerPath,
  citizenPinView,
  dialInAnswer,
  dialInList,
  dialInPath,
  dialInView,
  usePinInput,
} from "@balie/contract/dial-in";
import { meetingPath } from "@balie/contract/meetings";
import type { EntityManager } from "typeorm";
import type { Config } from "../../config.js";
import type { CounterControl } from "../../platform/calls/counter-control.js";
import { Refusal } from "../../platform/http/refusal.js";
import { route } from "../../platform/http/route.js";
import { describeFault, type Log } from "../../platform/log.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { allowDialIn } from "./allow-dial-in.js";
import { type Answered, viewAnswer } from "./caller.view.js";
import { viewDialIn } from "./dial-in.view.js";
import { hangUp } from "./hang-up.js";
import { keepLine } from "./keep-line.js";
import { listDialIns } from "./list-dial-ins.js";
import { renewCitizenPin } from "./renew-citizen-pin.js";
import { usePin } from "./use-pin.js";
import { withdrawDialIn } from "./withdraw-dial-in.js";

export const dialInRoutes = (config: Config, control: Pick<CounterControl, "expect">, log: Log) => [
  ...allowingRoutes(config),
  citizenPinRoute(config),
  ...voiceMenuRoutes(config, control, log),
];

/** The clerk's who leads. */
function allowingRoutes({ APP_SECRET: appSecret, DIAL_IN_NUMBER }: Config) {
  const number = DIAL_IN_NUMBER ?? null;
  return [
    route({
      method: "GET",
      path: "/api/meetings/:meetingId/dial-in",
      access: "clerk",
      input: meetingPath,
      output: dialInList,
      run: async (context, input) => ({
        number,
        dialIns: (await listDialIns(context, input)).map((dialIn) => viewDialIn(dialIn, context.now)),
      }),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/dial-in",
      access: "clerk",
      limit: { name: "allow-dial-in", points: 30, seconds: 300 },
      input: allowDialInInput,
      output: allowedDialIn,
      status: 201,
      run: async (context, input) => {
        if (number === null) throw new Refusal(409, "dial_in_unavailable");
        const { dialIn, pin } = await allowDialIn(context, input, appSecret);
        return { ...viewDialIn(dialIn, context.now), pin, number };
      },
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/dial-in/:dialInId/withdrawal",
      access: "clerk",
      input: dialInPath,
      output: dialInView,
      run: async (context, input) => viewDialIn(await withdrawDialIn(context, input), context.now),
    }),
  ];
}

/** Every clerk's of the counter, for whoever phones and has no internet. */
const citizenPinRoute = (config: Config) =>
  route({
    method: "POST",
    path: "/api/meetings/:meetingId/citizen-pin",
    access: "clerk",
    limit: { name: "citizen-pin", points: 60, seconds: 300 },
    input: meetingPath,
    output: citizenPinView,
    status: 201,
    run: (context, input) => renewCitizenPin(context, input, config),
  });

/** The telephone system's, which asks for everybody who dials in, and again for those who wait. */
function voiceMenuRoutes(config: Config, control: Pick<CounterControl, "expect">, log: Log) {
  const expect: CounterControl["expect"] = (leg) =>
    control.expect(leg).catch((fault: unknown) => {
      log.warn({ fault: describeFault(fault) }, "nobody can dial in: Prosody gave no word");
      throw new Refusal(503, "unavailable", { retryAfterSeconds: 10 });
    });
  const view = async (db: EntityManager, answered: Answered) =>
    viewAnswer(answered, config.JITSI_MUC_DOMAIN, (await loadMunicipality(db)).timeZone);
  return [
    route({
      method: "POST",
      path: "/api/dial-in",
      access: "voice_menu",
      limit: { name: "voice-menu", points: 60, seconds: 60 },
      input: usePinInput,
      output: dialInAnswer,
      run: async (context, input) => {
        const answered = await usePin(context, input, { appSecret: config.APP_SECRET, expect });
        if (!(answered instanceof Refusal)) return view(context.db, answered);
        log.warn("a PIN was typed that opens nothing");
        return answered;
      },
    }),
    route({
      method: "POST",
      path: "/api/dial-in/calls/:ticket",
      access: "voice_menu",
      limit: { name: "voice-menu-waits", points: 2_400, seconds: 60 },
      input: callerPath,
      output: dialInAnswer,
      run: async (context, input) => view(context.db, await keepLine(context, input, expect)),
    }),
    route({
      method: "POST",
      path: "/api/dial-in/calls/:ticket/departure",
      access: "voice_menu",
      input: callerPath,
      output: callerGone,
      run: async (context, input) => {
        await hangUp(context, input);
        return {};
      },
    }),
  ];
}
