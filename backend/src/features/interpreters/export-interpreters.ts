import type { Language } from "@balie/contract/locales/languages";
import { stringify } from "csv-stringify/sync";
import type { ClerkActor, Context } from "../../platform/context.js";
import { rowsOf } from "./interpreter-file.rules.js";
import { listInterpreters } from "./list-interpreters.js";

/** The roster as a CSV file that Excel in Belgium opens as a table: semicolons, and the mark of UTF-8. It can be imported again. Refused: 403 forbidden. */
export async function exportInterpreters(
  context: Context<ClerkActor>,
  language: Language,
): Promise<{ name: string; type: string; body: string }> {
  const rows = rowsOf(await listInterpreters(context), language);
  const day = context.now.toISOString().slice(0, 10);
  const body = stringify(rows, { bom: true, delimiter: ";", quoted: true, record_delimiter: "windows" });
  return { name: `interpreters-${day}.csv`, type: "text/csv; charset=utf-8", body };
}
