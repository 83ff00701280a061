import { randomUUID } from "node:crypto";
import { type InterpreterImport, mostInterpretersInFile } from "@balie/contract/interpreters";
import type { ClerkActor, Context } from "../../platform/context.js";
import { Interpreter } from "./interpreter.entity.js";
import { keyOf, readRows, withLine } from "./interpreter-file.rules.js";
import { readCsv } from "./read-csv.js";
import { refuseOthers } from "./refuse-others.js";

const faultsTold = 200;
/** A statement has 65,535 parameters at most. */
const writtenAtOnce = 1_000;

/** Puts the people of a CSV file on the roster, by name and address: those who are there already as the file has them, in the columns that it has. With one fault nothing changes; the same file
    again changes nothing. Refused: 403 forbidden. */
export async function importInterpreters(
  { db, actor }: Context<ClerkActor>,
  bytes: Buffer,
): Promise<InterpreterImport> {
  refuseOthers(actor);
  // One more than may be, which is then told; and the titles.
  const rows = readCsv(bytes, mostInterpretersInFile + 2);
  const { interpreters, faults } = Array.isArray(rows) ? readRows(rows) : { interpreters: [], faults: [rows] };
  if (faults.length > 0)
    return { is: "refused", faults: faults.slice(0, faultsTold), more: Math.max(0, faults.length - faultsTold) };

  // Whoever else writes the roster waits, so that nobody's change is written over and two files at once don't add the same people.
  await db.query("lock table interpreter in exclusive mode");
  const known = new Map((await db.find(Interpreter)).map((each) => [keyOf(each), each]));
  const lines = interpreters.map((one) => ({
    before: known.get(keyOf(one.values)),
    ...withLine(one, known.get(keyOf(one.values))),
  }));
  const written = lines.filter(({ isSame }) => !isSame);
  const values = written.map(({ before, input }) => ({ id: before?.id ?? randomUUID(), ...input }));
  for (let from = 0; from < values.length; from += writtenAtOnce)
    await db.upsert(Interpreter, values.slice(from, from + writtenAtOnce), ["id"]);
  const added = written.filter(({ before }) => !before).length;
  return { is: "done", added, changed: written.length - added, same: lines.length - written.length };
}
