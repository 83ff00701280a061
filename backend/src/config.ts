import { readFileSync } from "node:fs";
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");
const secret = z.string().regex(/^[A-Za-z0-9]{32,}$/, "needs 32 or more letters and digits");

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
  /** Comma list of addresses whose X-Forwarded-For we believe. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean),
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
  COUNTER_CONTROL_URL: z.url({ protocol: /^https?$/ }),
  COUNTER_CONTROL_SECRET: secret,
  /** Written by the worker as long as its timetable comes round; for a health check. */
  HEARTBEAT_FILE: z.string().optional(),
  STATIC_DIR: z.string().default("frontend/dist"),
  /** For the demo municipality alone (`migrate --demo`). */
  DEMO_CLERK_EMAIL: z.email().default("an@voorbeeldegem.example"),
  DEMO_CLERK_PASSWORD: z.string().min(12).optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Config = ReturnType<typeof readConfig>;

/** Every secret may also come from a file: NAME_FILE holds its path. */
function withFiles(env: NodeJS.ProcessEnv): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(environment.shape)) {
    const path = env[`${name}_FILE`];
    const value = env[name] ?? (path ? readFileSync(path, "utf8").trim() : undefined);
    if (value !== undefined && value !== "") values[name] = value;
  }
  return values;
}

/** The process's settings, parsed once.
    @throws Error that lists all faults at once, by name and without values. */
export function readConfig(env: NodeJS.ProcessEnv = process.env) {
  const parsed = environment.safeParse(withFiles(env));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong:\n${faults.join("\n")}`);
}
