import { interpreterTabInput, interpreterVisit } from "@balie/contract/interpreter-page";
import { arrivalView, arriveInput, callTokenView } from "@balie/contract/meetings";
import { z } from "zod";
import type { Config } from "../../config.js";
import type { Context } from "../../platform/context.js";
import { route } from "../../platform/http/route.js";
import { waitingRoomClosesAt } from "../appointments/appointment.rules.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { cookieSecondsUntil } from "../meetings/meetings.routes.js";
import { interpreterCookie } from "../meetings/own-link-cookie.js";
import { arriveAsInterpreter } from "./arrive-as-interpreter.js";
import { departAsInterpreter } from "./depart-as-interpreter.js";
import { viewVisit } from "./interpreter-link.view.js";
import { issueInterpreterToken } from "./issue-interpreter-token.js";
import { loadVisitors } from "./load-visitors.js";
import { openLink } from "./open-link.js";

/** The interpreter's own, by video. */
export function interpreterLinkRoutes(config: Config) {
  const shown = async ({ db }: Pick<Context, "db">, id: string, tabId: string) =>
    (await loadVisitors(db, [{ id, tabId }]))[0]!.view;
  return [
    route({
      method: "GET",
      path: "/api/interpreter",
      access: "interpreter_link",
      input: z.object({}),
      output: interpreterVisit,
      run: async (context) => viewVisit(await openLink(context), await loadMunicipality(context.db)),
    }),
    route({
      method: "POST",
      path: "/api/interpreter/arrival",
      access: "interpreter_link",
      limit: { name: "arrive", points: 60, seconds: 60 },
      input: arriveInput,
      output: arrivalView,
      run: async (context, input, http) => {
        const name = interpreterCookie(context.actor.linkId);
        const { link, newToken } = await arriveAsInterpreter(context, input, http.cookie(name));
        const maxAgeSeconds = cookieSecondsUntil(waitingRoomClosesAt(link.meeting.appointment), context.now);
        if (newToken) http.setCookie(name, newToken, { path: "/api/", maxAgeSeconds, sameSite: "lax" });
        return shown(context, link.id, input.tabId);
      },
    }),
    route({
      method: "POST",
      path: "/api/interpreter-links/:linkId/call-token",
      access: "interpreter",
      limit: { name: "call-token", points: 60, seconds: 60 },
      input: interpreterTabInput,
      output: callTokenView,
      run: (context, input) => issueInterpreterToken(context, input.tabId, config),
    }),
    route({
      method: "POST",
      path: "/api/interpreter-links/:linkId/departure",
      access: "interpreter",
      input: interpreterTabInput,
      output: arrivalView,
      run: async (context, input) => {
        await departAsInterpreter(context, input);
        return shown(context, input.linkId, input.tabId);
      },
    }),
  ];
}
