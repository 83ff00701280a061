import { helperTabInput } from "@balie/contract/helper-page";
import type { DataSource } from "typeorm";
import { createOwnLinkStreams } from "../meetings/own-link-streams.js";
import { loadHelper } from "./load-helper.js";
import { loadPresences } from "./load-presences.js";

type Parts = { dataSource: DataSource; clock: () => Date; onFault: (fault: unknown) => void };

/** The live pages of helpers at this process. */
export const createHelperStreams = (parts: Parts) =>
  createOwnLinkStreams({
    ...parts,
    holder: "helper",
    path: "/api/helpers/:helperId/events",
    access: "helper",
    input: helperTabInput,
    idOf: ({ helperId: id, tabId }) => ({ id, tabId }),
    counterIdOf: async (db, id) => (await loadHelper(db, id)).meeting.counterId,
    load: loadPresences,
  });
