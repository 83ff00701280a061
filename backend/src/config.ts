import { readFileSync } from "node:fs";
import { z } from "zod";
import { isNetwork } from "./platform/http/client-address.js";

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const commaList = z
  .string()
  .default("")
  .transform((list) =>
    list
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean),
  );
const secret = z.string().regex(/^[A-Za-z0-9]{32,}$/, "needs 32 or more letters and digits");
const missing = "is missing";
const sayMissing = ({ code, input }: { code?: string; input?: unknown }) =>
  code === "invalid_type" && input === undefined ? missing : undefined;

const environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "needs postgres://user:password@host:port/name"),
  /** The address that citizens and clerks see, without a path. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  APP_SECRET: secret,
  /** For the rotation of APP_SECRET alone (`reseal`). */
  NEW_APP_SECRET: secret.optional(),
  HTTP_HOST: z.string().default("127.0.0.1"),
  HTTP_PORT: port.default(8080),
  /** For Prosody and the operator's tools alone; never published. */
  INTERNAL_HTTP_HOST: z.string().default("127.0.0.1"),
  INTERNAL_HTTP_PORT: port.default(8081),
  /** Comma list of the addresses and networks whose X-Forwarded-For we believe. */
  TRUSTED_PROXIES: commaList.refine(
    (list) => list.every(isNetwork),
    "needs addresses and networks like 10.0.0.0/8, separated by commas",
  ),
  SMTP_URL: z.string().regex(/^smtps?:\/\//, "needs smtp://host:port"),
  MAIL_FROM: z.string().default("Balie <balie@localhost>"),
  CALLS_AVAILABLE: flag.default(true),
  JITSI_DOMAIN: z.string().default("meet.jitsi"),
  JITSI_MUC_DOMAIN: z.string().default("muc.meet.jitsi"),
  JITSI_SERVICE_URL: z.url({ protocol: /^wss?$/ }),
  JITSI_APP_ID: z.string().default("balie"),
  JITSI_APP_SECRET: secret,
  JITSI_BRIDGE: flag.default(true),
  /** Comma list of the relays that calls use (turn:host:port?transport=udp, turns:…), and the secret they share with us: for the citizen's own check. */
  TURN_URLS: commaList,
  TURN_CREDENTIALS: secret.optional(),
  COUNTER_CONTROL_URL: z.url({ protocol: /^https?$/ }),
  COUNTER_CONTROL_SECRET: secret,
  /** Opens /metrics on the internal listener; without it there is none. */
  METRICS_TOKEN: secret.optional(),
  /** Holds the second since 1970 of the last good backup, written by the backup itself. */
  BACKUP_STAMP_FILE: z.string().optional(),
  /** How long a document that a citizen sent is kept after its meeting. */
  DOCUMENT_DAYS: z.coerce.number().int().min(1).max(365).default(30),
  /** The SIP account of the telephone; without one there is none. */
  SIP_URI: z.string().optional(),
  /** Where jigasi tells whether that account is registered. */
  JIGASI_URL: z.url({ protocol: /^https?$/ }).default("http://jigasi:8788"),
  /** What may be dialled: the beginnings of numbers, and whole hosts of SIP addresses. */
  PHONE_ALLOWED_PREFIXES: commaList
    .prefault("+32")
    .refine(
      (list) => list.length > 0 && list.every((one) => /^(\+[1-9]\d{0,14}|sip:[A-Za-z0-9.-]+)$/.test(one)),
      "needs beginnings of numbers like +32, and SIP hosts like sip:pbx.example.org, separated by commas",
    ),
  /** Of all calls together in one day of the municipality; when they are used up, nobody is dialled any more. */
  PHONE_MINUTES_PER_DAY: z.coerce.number().int().min(0).max(1_000_000).default(600),
  /** How long an interpreter's telephone rings before the next one is called. */
  PHONE_RING_SECONDS: z.coerce.number().int().min(5).max(120).default(25),
  /** Where interpreters and helpers dial in, as clerks tell it to them; without it nobody can. */
  DIAL_IN_NUMBER: z.string().trim().max(40).optional(),
  /** Shared with the voice menu that answers there. */
  DIAL_IN_SECRET: secret.optional(),
  /** How long calls to interpreters are kept after their end, and reservations: the month before can be invoiced in any case. */
  INTERPRETER_CALL_DAYS: z.coerce.number().int().min(62).max(3_650).default(400),
  STATIC_DIR: z.string().default("frontend/dist"),
  /** What `administer` sets up; the serving processes read the database. */
  MUNICIPALITY_NAME: z.string().trim().max(120).optional(),
  MUNICIPALITY_PHONE: z.string().trim().max(40).optional(),
  TZ: z.string().optional(),
  ADMIN_EMAIL: z.email().max(254).optional(),
  /** For the demo municipality alone (`migrate --demo`). */
  DEMO_CLERK_EMAIL: z.email().default("an@voorbeeldegem.example"),
  DEMO_CLERK_PASSWORD: z.string().min(12).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

/** What the doctor looks at besides: settings of the appliance's other parts, which the app itself does without. */
const surroundings = environment.extend({
  TLS_MODE: z.enum(["letsencrypt", "own", "proxy", "internal"]).default("letsencrypt"),
  TURN_DOMAIN: z.string().optional(),
  PUBLIC_IP: z.ipv4("needs an IPv4 address").optional(),
  PUBLIC_IPV6: z.ipv6("needs an IPv6 address").optional(),
  ACME_CA: z.url({ protocol: /^https?$/ }).default("https://acme-v02.api.letsencrypt.org/directory"),
  OUTGOING_PROXY: z.url({ protocol: /^https?$/ }).optional(),
  JICOFO_PATIENCE_SECONDS: z.coerce.number().positive().default(12),
});
export type Surroundings = Partial<z.infer<typeof surroundings>>;

export type Config = ReturnType<typeof readConfig>;

/** The process's settings, parsed once.
    @throws Error that lists all faults at once, by name and without values. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const { values, faults } = withFiles(env, Object.keys(environment.shape));
  const parsed = environment.safeParse(values, { error: sayMissing });
  const isUnread = (name: string) => faults.some((fault) => fault.startsWith(`${name}_FILE:`));
  if (values["DIAL_IN_NUMBER"] && !values["DIAL_IN_SECRET"] && !isUnread("DIAL_IN_SECRET"))
    faults.push("DIAL_IN_SECRET: is missing; DIAL_IN_NUMBER needs it");
  for (const { path, message } of parsed.error?.issues ?? [])
    if (!isUnread(String(path[0]))) faults.push(`${path.join(".")}: ${message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Error(`These settings are missing or wrong:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
}

/** Each setting that is right, and what is wrong with the others: for the doctor, which works with what there is. */
export function examineSettings(env: NodeJS.ProcessEnv = process.env): { settings: Surroundings; faults: string[] } {
  const { values, faults } = withFiles(env, Object.keys(surroundings.shape));
  const settings: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(surroundings.shape)) {
    if (faults.some((fault) => fault.startsWith(`${name}_FILE:`))) continue;
    const parsed = schema.safeParse(values[name], { error: sayMissing });
    if (parsed.success) settings[name] = parsed.data;
    else faults.push(`${name}: ${parsed.error.issues[0]?.message}`);
  }
  return { settings, faults };
}

/** For a composition root: whoever reads its log wants the list of faults, not a stack. */
export function configOrExit(): Config {
  try {
    return readConfig();
  } catch (fault) {
    console.error((fault as Error).message);
    process.exit(1);
  }
}

/** Every setting may also come from a file, as secrets do: NAME_FILE holds its path. A setting that is empty counts as left out. */
function withFiles(env: NodeJS.ProcessEnv, names: string[]): { values: Record<string, string>; faults: string[] } {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of names) {
    const path = env[`${name}_FILE`];
    try {
      const value = env[name] || (path ? readFileSync(path, "utf8").trim() : "");
      if (value) values[name] = value;
    } catch (fault) {
      faults.push(`${name}_FILE: ${path} cannot be read (${(fault as NodeJS.ErrnoException).code})`);
    }
  }
  return { values, faults };
}
