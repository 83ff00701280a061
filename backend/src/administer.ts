import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { IANAZone } from "luxon";
import type { DataSource, EntityManager } from "typeorm";
import { type Config, configOrExit } from "./config.js";
import { appointAdministrator } from "./features/clerks/appoint-administrator.js";
import { renewWelcome } from "./features/clerks/renew-welcome.js";
import { welcomeHours } from "./features/clerks/welcome-link.rules.js";
import { Counter } from "./features/counters/counter.entity.js";
import { putMunicipality } from "./features/counters/put-municipality.js";
import { applyMunicipalityFile, type Change } from "./features/services/apply-municipality-file.js";
import { openDatabaseOrExit } from "./platform/database/open-database.js";
import { readMunicipalityFile } from "./read-municipality-file.js";
import { schema } from "./schema.js";

const usage = `Usage: node backend/dist/administer.js [options]
Sets up what a municipality needs to begin, and may be run again at any time.

  without options     the municipality, from MUNICIPALITY_NAME, TZ and MUNICIPALITY_PHONE, and the first administrator,
                      ADMIN_EMAIL: prints a link by which they choose a password, valid once and for ${welcomeHours} hours
  --starter           the same, and the starter's counters and services where there are no counters yet
  --email ADDRESS     make ADDRESS an administrator as well, or give that administrator a new link
  --welcome ADDRESS   a new link for a clerk who lost theirs or forgot the password; role and counters stay
  --apply FILE        make counters, services and clerks as FILE says; prints a link for each new clerk
  --dry-run           with any of these: print what would change, and change nothing
  --help              this text`;
const starterFile = fileURLToPath(new URL("../../appliance/municipality.json", import.meta.url));
const signs = { added: "+", changed: "~", withdrawn: "-" } as const;
type Scope = { db: EntityManager; now: Date };

const options = readOptions();
const config = configOrExit();
const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema, 2);
try {
  const isDry = options["dry-run"] ?? false;
  const lines = await tryOut(dataSource, isDry, (db) => administer({ db, now: new Date() }));
  console.log(
    [...lines, ...(isDry ? ["Nothing was changed: this was a dry run, and its links open nothing."] : [])].join("\n"),
  );
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = (fault as { exitCode?: number }).exitCode ?? 1;
} finally {
  await dataSource.destroy();
}

async function administer(scope: Scope): Promise<string[]> {
  if (options.welcome !== undefined) return welcomeAgain(scope, options.welcome);
  if (options.apply !== undefined) return apply(scope, options.apply);
  const hasCounters = await scope.db.existsBy(Counter, {});
  const lines = await setUp(scope);
  if (hasCounters) return lines;
  if (options.starter) return [...lines, ...(await apply(scope, starterFile))];
  return [...lines, "There are no counters yet: --apply FILE makes yours, --starter some to begin with."];
}

async function setUp({ db, now }: Scope): Promise<string[]> {
  const municipality = municipalityOf(config);
  const isChanged = await putMunicipality(db, municipality);
  const email = options.email ?? config.ADMIN_EMAIL;
  if (!email) throw wrongUse("Set ADMIN_EMAIL to the administrator's address, or give it with --email.");
  const token = await appointAdministrator({ db, now }, { email, isAnother: options.email !== undefined });
  return [
    `${municipality.name} (${municipality.timeZone}) ${isChanged ? "is set up" : "was set up already"}.`,
    ...(token
      ? linkLines(email, token)
      : ["There is an administrator already; --email ADDRESS makes another, or a new link."]),
  ];
}

async function welcomeAgain(scope: Scope, email: string): Promise<string[]> {
  const token = await renewWelcome(scope, email);
  if (!token) throw new Error(`There is no active clerk with the address ${email}.`);
  return linkLines(email, token);
}

async function apply(scope: Scope, file: string): Promise<string[]> {
  const { changes, welcomes } = await applyMunicipalityFile(scope, readMunicipalityFile(file));
  return [
    ...changes.map(
      ({ of, name, how }: Change) => `${signs[how]} ${of} ${name}${how === "withdrawn" ? ": no longer offered" : ""}`,
    ),
    `${changes.length} changes`,
    ...welcomes.flatMap(({ email, token }) => linkLines(email, token)),
  ];
}

function municipalityOf({ MUNICIPALITY_NAME, MUNICIPALITY_PHONE, TZ = "Europe/Brussels" }: Config) {
  if (!MUNICIPALITY_NAME) throw wrongUse("Set MUNICIPALITY_NAME to the municipality's name.");
  if (!IANAZone.isValidZone(TZ)) throw wrongUse("TZ is no time zone: set a name like Europe/Brussels.");
  return { name: MUNICIPALITY_NAME, timeZone: TZ, phone: MUNICIPALITY_PHONE ?? null };
}

function linkLines(email: string, token: string): string[] {
  return [
    `${email} opens this link within ${welcomeHours} hours, once, to choose a password:`,
    `  ${config.PUBLIC_URL}/welcome/${token}`,
  ];
}

/** A dry run does everything and takes it back: so it can't tell something else than what would happen. */
async function tryOut<T>(dataSource: DataSource, isDry: boolean, work: (db: EntityManager) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    const result = await work(runner.manager);
    await (isDry ? runner.rollbackTransaction() : runner.commitTransaction());
    return result;
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

function wrongUse(sentence: string): Error {
  return Object.assign(new Error(sentence), { exitCode: 2 });
}

function readOptions() {
  const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;
  try {
    const { values } = parseArgs({
      options: { email: text, welcome: text, apply: text, starter: flag, "dry-run": flag, help: flag },
    });
    if (!values.help) return values;
    console.log(usage);
    process.exit(0);
  } catch (fault) {
    console.error(`${(fault as Error).message}\n${usage}`);
    process.exit(2);
  }
}
