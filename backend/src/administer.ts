import { parseArgs } from "node:util";
import { IANAZone } from "luxon";
import type { EntityManager } from "typeorm";
import { type Config, configOrExit } from "./config.js";
import { appointAdministrator } from "./features/clerks/appoint-administrator.js";
import { renewWelcome } from "./features/clerks/renew-welcome.js";
import { welcomeHours } from "./features/clerks/welcome-link.rules.js";
import { putMunicipality } from "./features/counters/put-municipality.js";
import { openDatabaseOrExit } from "./platform/database/open-database.js";
import { schema } from "./schema.js";

const usage = `Usage: node backend/dist/administer.js [options]
Sets up what a municipality needs to begin, and may be run again at any time.

  without options     the municipality, from MUNICIPALITY_NAME, TZ and MUNICIPALITY_PHONE, and the first administrator,
                      ADMIN_EMAIL: prints a link by which they choose a password, valid once and for ${welcomeHours} hours
  --email ADDRESS     make ADDRESS an administrator as well, or give that administrator a new link
  --welcome ADDRESS   a new link for a clerk who lost theirs or forgot the password; role and counters stay
  --help              this text`;

const options = readOptions();
const config = configOrExit();
const dataSource = await openDatabaseOrExit(config.DATABASE_URL, schema, 2);
try {
  const lines = await dataSource.transaction((db) => administer(db));
  console.log(lines.join("\n"));
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = (fault as { exitCode?: number }).exitCode ?? 1;
} finally {
  await dataSource.destroy();
}

async function administer(db: EntityManager): Promise<string[]> {
  const context = { db, now: new Date() };
  if (options.welcome !== undefined) {
    const token = await renewWelcome(context, options.welcome);
    if (!token) throw new Error(`There is no active clerk with the address ${options.welcome}.`);
    return linkLines(options.welcome, token);
  }
  const municipality = municipalityOf(config);
  const isChanged = await putMunicipality(db, municipality);
  const email = options.email ?? config.ADMIN_EMAIL;
  if (!email) throw wrongUse("Set ADMIN_EMAIL to the administrator's address, or give it with --email.");
  const token = await appointAdministrator(context, { email, isAnother: options.email !== undefined });
  return [
    `${municipality.name} (${municipality.timeZone}) ${isChanged ? "is set up" : "was set up already"}.`,
    ...(token
      ? linkLines(email, token)
      : ["There is an administrator already; --email ADDRESS makes another, or a new link."]),
  ];
}

function municipalityOf({ MUNICIPALITY_NAME, MUNICIPALITY_PHONE, TZ = "Europe/Brussels" }: Config) {
  if (!MUNICIPALITY_NAME) throw wrongUse("Set MUNICIPALITY_NAME to the municipality's name.");
  if (!IANAZone.isValidZone(TZ)) throw wrongUse(`TZ is no time zone: set a name like Europe/Brussels.`);
  return { name: MUNICIPALITY_NAME, timeZone: TZ, phone: MUNICIPALITY_PHONE ?? null };
}

function wrongUse(sentence: string): Error {
  return Object.assign(new Error(sentence), { exitCode: 2 });
}

function linkLines(email: string, token: string): string[] {
  return [
    `${email} opens this link within ${welcomeHours} hours, once, to choose a password:`,
    `  ${config.PUBLIC_URL}/welcome/${token}`,
  ];
}

function readOptions() {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({ options: { email: text, welcome: text, help: { type: "boolean" } } });
    if (!values.help) return values;
    console.log(usage);
    process.exit(0);
  } catch (fault) {
    console.error(`${(fault as Error).message}\n${usage}`);
    process.exit(2);
  }
}
