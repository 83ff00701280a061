import type { CounterInFile, MunicipalityFile } from "@balie/contract/municipality-file";
import type { EntityManager } from "typeorm";
import type { Context } from "../../platform/context.js";
import { enlistClerk } from "../clerks/enlist-clerk.js";
import type { How } from "../clerks/put.js";
import { putCounter } from "../counters/put-counter.js";
import { putService } from "./put-service.js";

/** `name` is a counter's key, counter/service, or a clerk's address. */
export type Change = {
  of: "counter" | "service" | "clerk";
  name: string;
  how: Exclude<How, "unchanged"> | "withdrawn";
};
export type Applied = { changes: Change[]; welcomes: { email: string; token: string }[] };

/** Makes the database say what the file says; the same file again changes nothing. Nothing is deleted, since appointments may hang on it: a service that
    is no longer in the file is no longer offered, and a clerk who is not stays as they are. Only for the operator at the server. */
export async function applyMunicipalityFile(
  context: Pick<Context, "db" | "now">,
  file: MunicipalityFile,
): Promise<Applied> {
  const changes: Change[] = [];
  const note = (of: Change["of"], name: string, how: How | "withdrawn") => {
    if (how !== "unchanged") changes.push({ of, name, how });
  };
  const counterIds = new Map<string, string>();
  const serviceIds: string[] = [];
  for (const [position, counter] of file.counters.entries()) {
    const { id, how } = await putCounter(context.db, counter);
    note("counter", counter.key, how);
    counterIds.set(counter.key, id);
    serviceIds.push(...(await putServices(context.db, id, position, counter, note)));
  }
  for (const name of await withdrawOthers(context.db, serviceIds)) note("service", name, "withdrawn");

  const welcomes: Applied["welcomes"] = [];
  for (const clerk of file.clerks) {
    const { how, token } = await enlistClerk(
      context,
      clerk,
      clerk.counters.map((key) => counterIds.get(key)!),
    );
    note("clerk", clerk.email, how);
    if (token) welcomes.push({ email: clerk.email, token });
  }
  return { changes, welcomes };
}

const servicesPerCounter = 1_000;

async function putServices(
  db: EntityManager,
  counterId: string,
  counterPosition: number,
  { key, services }: CounterInFile,
  note: (of: "service", name: string, how: How) => void,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [position, service] of services.entries()) {
    const { id, how } = await putService(db, counterId, counterPosition * servicesPerCounter + position, service);
    note("service", `${key}/${service.key}`, how);
    ids.push(id);
  }
  return ids;
}

/** What came from a file once and is in it no more. */
async function withdrawOthers(db: EntityManager, serviceIds: string[]): Promise<string[]> {
  const [rows]: [{ name: string }[], number] = await db.query(
    `update service s set is_offered = false from counter c
     where c.id = s.counter_id and s.key is not null and s.is_offered and not s.id = any($1)
     returning c.key || '/' || s.key as name`,
    [serviceIds],
  );
  return rows.map(({ name }) => name).sort();
}
