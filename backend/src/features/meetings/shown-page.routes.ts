import { queueEntry, showPageInput } from "@balie/contract/meetings";
import { route } from "../../platform/http/route.js";
import { loadEntry } from "./load-entry.js";
import { showPage } from "./show-page.js";

export const shownPageRoutes = () => [
  route({
    method: "POST",
    path: "/api/meetings/:meetingId/shown-page",
    access: "clerk",
    input: showPageInput,
    output: queueEntry,
    run: async (context, input) => loadEntry(context.db, await showPage(context, input), context.now),
  }),
];
