import type { ClerkView } from "@balie/contract/clerks";
import type { Clerk } from "../clerks/clerk.entity.js";
import type { Counter } from "./counter.entity.js";
import type { Municipality } from "./municipality.entity.js";

export const viewClerk = (
  { id, name, role }: Clerk,
  counters: Counter[],
  municipality: Municipality,
  settings: Pick<ClerkView["municipality"], "hasCalls" | "hasDialIn">,
): ClerkView => ({
  id,
  name,
  role,
  counters: counters.map((counter) => ({ id: counter.id, name: counter.name })),
  municipality: { name: municipality.name, timeZone: municipality.timeZone, ...settings },
});
