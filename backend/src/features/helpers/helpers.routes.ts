import { helperInvitation } from "@balie/contract/helper-page";
import {
  invitedHelper,
  invitedHelpers,
  inviteHelperInput,
  meetingHelperPath,
  withdrawHelperInput,
} from "@balie/contract/helpers";
import { queueEntry } from "@balie/contract/meetings";
import { z } from "zod";
import type { Config } from "../../config.js";
import type { Context, LinkHolder } from "../../platform/context.js";
import { doneThen, route } from "../../platform/http/route.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { loadEntry } from "../meetings/load-entry.js";
import { ownLinkRoutes } from "../meetings/own-link.routes.js";
import { helperCookie } from "../meetings/own-link-cookie.js";
import { admitHelper } from "./admit-helper.js";
import { arriveAsHelper } from "./arrive-as-helper.js";
import { helperLink } from "./compose-helper-mail.js";
import { departAsHelper } from "./depart-as-helper.js";
import type { Helper } from "./helper.entity.js";
import { viewInvitation, viewInvited } from "./helper.view.js";
import { helperPages } from "./helper-pages.js";
import { inviteHelper } from "./invite-helper.js";
import { issueHelperToken } from "./issue-helper-token.js";
import { listHelpers } from "./list-helpers.js";
import { openInvitation } from "./open-invitation.js";
import { withdrawHelper } from "./withdraw-helper.js";

export const helperRoutes = (config: Config) => [...invitingRoutes(config), ...comingRoutes(config)];

/** The citizen's, and the clerk's nod. */
function invitingRoutes(config: Config) {
  const invited = (helper: Helper) => viewInvited(helper, helperLink(config, helper));
  const list = async (context: Context<LinkHolder>) => ({ helpers: (await listHelpers(context)).map(invited) });
  return [
    route({
      method: "GET",
      path: "/api/appointment/helpers",
      access: "link",
      input: z.object({}),
      output: invitedHelpers,
      run: list,
    }),
    route({
      method: "POST",
      path: "/api/appointment/helpers",
      access: "link",
      limit: { name: "invite-helper", points: 20, seconds: 600 },
      input: inviteHelperInput,
      output: invitedHelper,
      status: 201,
      run: async (context, input) => invited(await inviteHelper(context, input, config.APP_SECRET)),
    }),
    route({
      method: "POST",
      path: "/api/appointment/helpers/:helperId/withdrawal",
      access: "link",
      input: withdrawHelperInput,
      output: invitedHelpers,
      run: doneThen(withdrawHelper, list),
    }),
    route({
      method: "POST",
      path: "/api/meetings/:meetingId/helpers/:helperId/admission",
      access: "clerk",
      input: meetingHelperPath,
      output: queueEntry,
      run: async (context, input) => loadEntry(context.db, await admitHelper(context, input), context.now),
    }),
  ];
}

/** The helper's own. */
const comingRoutes = (config: Config) => [
  route({
    method: "GET",
    path: "/api/helper",
    access: "helper_link",
    input: z.object({}),
    output: helperInvitation,
    run: async (context) => viewInvitation(await openInvitation(context), await loadMunicipality(context.db)),
  }),
  ...ownLinkRoutes(
    {
      pages: helperPages,
      arrival: { path: "/api/helper/arrival", access: "helper_link" },
      cookieName: helperCookie,
      arrive: arriveAsHelper,
      issueToken: issueHelperToken,
      depart: departAsHelper,
    },
    config,
  ),
];
