import { interpreterVisit } from "@balie/contract/interpreter-page";
import { z } from "zod";
import type { Config } from "../../config.js";
import { route } from "../../platform/http/route.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { ownLinkRoutes } from "../meetings/own-link.routes.js";
import { interpreterCookie } from "../meetings/own-link-cookie.js";
import { arriveAsInterpreter } from "./arrive-as-interpreter.js";
import { departAsInterpreter } from "./depart-as-interpreter.js";
import { viewVisit } from "./interpreter-link.view.js";
import { interpreterPages } from "./interpreter-pages.js";
import { issueInterpreterToken } from "./issue-interpreter-token.js";
import { openLink } from "./open-link.js";

/** The interpreter's own, by video. */
export const interpreterLinkRoutes = (config: Config) => [
  route({
    method: "GET",
    path: "/api/interpreter",
    access: "interpreter_link",
    input: z.object({}),
    output: interpreterVisit,
    run: async (context) => viewVisit(await openLink(context), await loadMunicipality(context.db)),
  }),
  ...ownLinkRoutes(
    {
      pages: interpreterPages,
      arrival: { path: "/api/interpreter/arrival", access: "interpreter_link" },
      cookieName: interpreterCookie,
      arrive: arriveAsInterpreter,
      issueToken: issueInterpreterToken,
      depart: departAsInterpreter,
    },
    config,
  ),
];
