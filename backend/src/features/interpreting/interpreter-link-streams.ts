import { interpreterTabInput } from "@balie/contract/interpreter-page";
import type { DataSource } from "typeorm";
import { createOwnLinkStreams } from "../meetings/own-link-streams.js";
import { loadLink } from "./load-link.js";
import { loadVisitors } from "./load-visitors.js";

type Parts = { dataSource: DataSource; clock: () => Date; onFault: (fault: unknown) => void };

/** The live pages of interpreters with a link at this process. */
export const createInterpreterLinkStreams = (parts: Parts) =>
  createOwnLinkStreams({
    ...parts,
    holder: "interpreter_link",
    path: "/api/interpreter-links/:linkId/events",
    access: "interpreter",
    input: interpreterTabInput,
    idOf: ({ linkId: id, tabId }) => ({ id, tabId }),
    counterIdOf: async (db, id) => (await loadLink(db, id)).meeting.counterId,
    load: loadVisitors,
  });
