import { parseArgs } from "node:util";
import { examineSettings, type Surroundings } from "./config.js";
import type { Finding } from "./platform/doctor/finding.js";
import { listChecks } from "./platform/doctor/list-checks.js";
import { createMask } from "./platform/doctor/mask-secrets.js";
import { runChecks } from "./platform/doctor/run-checks.js";
import { schema } from "./schema.js";

const usage = `Usage: node backend/dist/doctor.js [--only NAME,…] [--mail ADDRESS] [--list]
What appliance/doctor checks from inside: one JSON object per line, {"check","state","seen","mend"}, each of them text;
state is ok, warning, fault or not_checked. Exit status: 0 nothing is at fault, 1 something is, 2 wrong use.`;

const options = readOptions();
const { settings, faults } = examineSettings();
const migrations = schema.migrations.map(({ name }) => name);
const all = listChecks({ settings, faults, migrations, mailTo: options.mail });
const chosen = options.only ? all.filter(({ name }) => options.only?.includes(name)) : all;

if (options.list) console.log(all.map(({ name }) => name).join("\n"));
else {
  const mask = createMask(secretsIn(settings));
  const findings = await runChecks(chosen, (check, finding) => console.log(toLine(check, finding, mask)));
  // What hangs must not hold us up: it has been told.
  process.exit(findings.some(({ state }) => state === "fault") ? 1 : 0);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string" },
        mail: { type: "string" },
        list: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    if (values.help) leave(usage, 0);
    if (values.mail !== undefined && !/^[^\s<>,;]+@[^\s<>,;]+$/.test(values.mail)) leave("--mail needs an address.", 2);
    return { only: values.only?.split(","), mail: values.mail, list: values.list ?? false };
  } catch (fault) {
    return leave(`${(fault as Error).message}\n${usage}`, 2);
  }
}

function leave(text: string, status: number): never {
  (status === 0 ? console.log : console.error)(text);
  process.exit(status);
}

function secretsIn(s: Surroundings): (string | undefined)[] {
  const passwords = [s.DATABASE_URL, s.SMTP_URL, s.OUTGOING_PROXY].map((address) => address && passwordIn(address));
  return [
    s.APP_SECRET,
    s.JITSI_APP_SECRET,
    s.COUNTER_CONTROL_SECRET,
    s.TURN_CREDENTIALS,
    s.DIAL_IN_SECRET,
    ...passwords,
  ];
}

function passwordIn(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address).password);
  } catch {
    return undefined;
  }
}

/** Always these four, in this order, without control characters: appliance/doctor reads them with no JSON tool at hand. */
function toLine(check: string, { state, seen, mend }: Finding, mask: (text: string) => string): string {
  const tidy = (text: string) =>
    mask(text)
      .replace(/\p{Cc}+/gu, " ")
      .trim();
  return JSON.stringify({ check, state, seen: tidy(seen), mend: tidy(mend ?? "") });
}
