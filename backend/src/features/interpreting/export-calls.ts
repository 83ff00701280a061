import type { ExportInterpreterCallsInput } from "@balie/contract/interpreters";
import { stringify } from "csv-stringify/sync";
import type { ClerkActor, Context } from "../../platform/context.js";
import { loadMunicipality } from "../counters/load-municipality.js";
import { refuseOthers } from "../interpreters/refuse-others.js";
import { callRows, type InvoicedCall, monthBounds } from "./call-file.rules.js";

/** A month's calls as a CSV file, in the form of the roster's: those that were answered in it and are over, by their start. Refused: 403 forbidden, but for administrators. */
export async function exportCalls(
  { db, actor }: Context<ClerkActor>,
  { month, language }: ExportInterpreterCallsInput,
): Promise<{ name: string; type: string; body: string }> {
  refuseOthers(actor);
  const { timeZone } = await loadMunicipality(db);
  const { from, until } = monthBounds(month, timeZone);
  const calls: InvoicedCall[] = await db.query(
    `select c.connected_at "startedAt", r.language, g.name, c.agency_name "agencyName", c.contract_number "contractNumber",
            c.connected_seconds seconds, c.medium, k.name "counterName"
     from interpreter_call c join guest g on g.id = c.id join interpreter_request r on r.id = c.request_id
       join meeting m on m.id = r.meeting_id join counter k on k.id = m.counter_id
     where c.state = 'ended' and c.connected_at >= $1 and c.connected_at < $2
     order by c.connected_at, c.id`,
    [from, until],
  );
  const rows = callRows(calls, language, timeZone);
  const body = stringify(rows, { bom: true, delimiter: ";", quoted: true, record_delimiter: "windows" });
  return { name: `interpreter-calls-${month}.csv`, type: "text/csv; charset=utf-8", body };
}
