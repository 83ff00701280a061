import { Resolver } from "node:dns/promises";
import type { Surroundings } from "../../config.js";
import { createCounterControl } from "../calls/counter-control.js";
import { checkCertificate } from "./check-certificate.js";
import { checkDatabase, checkDatabaseClock } from "./check-database.js";
import { checkMail, sendTestMail } from "./check-mail.js";
import { checkName } from "./check-names.js";
import { checkOutside } from "./check-outside.js";
import { checkJitsiPaths, checkPages } from "./check-pages.js";
import { checkPhone } from "./check-phone.js";
import { checkProsody } from "./check-prosody.js";
import { checkToken } from "./check-token.js";
import { checkTurnByTls, checkTurnByUdp } from "./check-turn.js";
import { checkTurnGiven } from "./check-turn-given.js";
import { type Finding, fault, notChecked, ok } from "./finding.js";
import { judgeCall, judgeMedia } from "./judge-call.js";
import type { Check } from "./run-checks.js";
import { tryCall } from "./try-call.js";

type Circumstances = {
  settings: Surroundings;
  /** What is wrong with the settings that are not among them. */
  faults: string[];
  migrations: string[];
  /** Where a test mail goes, if one is wanted. */
  mailTo: string | undefined;
};

/** Every check from inside the appliance, in the order in which they are told. */
export function listChecks({ settings, faults, migrations, mailTo }: Circumstances): Check[] {
  const need = needing(settings);
  const trial = once(() => tryCall(trialOf(settings as Required<Surroundings>)));
  const calls = ["JITSI_SERVICE_URL", "JITSI_APP_SECRET", "COUNTER_CONTROL_URL", "COUNTER_CONTROL_SECRET"] as const;
  return [
    { name: "settings", limitSeconds: 5, run: async () => judgeSettings(faults) },
    { name: "dns", limitSeconds: 12, run: need(["PUBLIC_URL"], (s) => checkName({ ...namesOf(s), name: hostOf(s) })) },
    {
      name: "dns-turn",
      limitSeconds: 12,
      run: need(["TURN_DOMAIN"], (s) => checkName({ ...namesOf(s), name: s.TURN_DOMAIN })),
    },
    {
      name: "certificate",
      limitSeconds: 12,
      run: need(["PUBLIC_URL"], (s) => checkCertificate(certificateOf(s, hostOf(s)))),
    },
    {
      name: "certificate-turn",
      limitSeconds: 12,
      run: need(["PUBLIC_URL", "TURN_DOMAIN"], (s) => checkCertificate(certificateOf(s, s.TURN_DOMAIN))),
    },
    { name: "pages", limitSeconds: 15, run: need(["PUBLIC_URL"], (s) => checkPages(s.PUBLIC_URL)) },
    {
      name: "jitsi-paths",
      limitSeconds: 20,
      after: ["pages"],
      run: need(["PUBLIC_URL"], (s) => checkJitsiPaths(s.PUBLIC_URL)),
    },
    {
      name: "database",
      limitSeconds: 15,
      run: need(["DATABASE_URL"], (s) => checkDatabase({ databaseUrl: s.DATABASE_URL, migrations })),
    },
    {
      name: "database-clock",
      limitSeconds: 15,
      after: ["database"],
      run: need(["DATABASE_URL"], (s) => checkDatabaseClock({ databaseUrl: s.DATABASE_URL })),
    },
    { name: "mail", limitSeconds: 30, run: need(["SMTP_URL"], (s) => checkMail({ smtpUrl: s.SMTP_URL })) },
    {
      name: "test-mail",
      limitSeconds: 60,
      after: ["mail"],
      run: need(["SMTP_URL", "MAIL_FROM", "PUBLIC_URL"], (s) => mailOf(s, mailTo)),
    },
    {
      name: "prosody",
      limitSeconds: 20,
      run: need(["COUNTER_CONTROL_URL", "COUNTER_CONTROL_SECRET"], (s) =>
        checkProsody({ controlUrl: s.COUNTER_CONTROL_URL, secret: s.COUNTER_CONTROL_SECRET }),
      ),
    },
    {
      name: "token",
      limitSeconds: 40,
      after: ["prosody"],
      run: need([...calls], (s) => checkToken(doorOf(s as Required<Surroundings>))),
    },
    {
      name: "call",
      limitSeconds: 60,
      after: ["prosody"],
      run: need([...calls, "PUBLIC_IP"], async (s) => judgeCall(await trial(), s)),
    },
    {
      name: "media-port",
      limitSeconds: 60,
      after: ["prosody", "call"],
      run: need([...calls], async () => judgeMedia(await trial())),
    },
    {
      name: "turn-udp",
      limitSeconds: 15,
      run: need(["TURN_DOMAIN", "TURN_CREDENTIALS"], (s) => checkTurnByUdp({ ...turnOf(s), port: 3478 })),
    },
    {
      name: "turn-tls",
      limitSeconds: 15,
      run: need(["TURN_DOMAIN", "TURN_CREDENTIALS", "PUBLIC_URL"], (s) =>
        checkTurnByTls({ ...turnOf(s), port: portOf(s) }),
      ),
    },
    {
      name: "turn-given",
      limitSeconds: 25,
      after: ["prosody", "turn-udp"],
      run: need([...calls, "TURN_DOMAIN"], (s) =>
        checkTurnGiven({ trial: doorOf(s as Required<Surroundings>), name: s.TURN_DOMAIN }),
      ),
    },
    { name: "phone", limitSeconds: 10, run: async () => phoneOf(settings) },
    { name: "outside", limitSeconds: 20, run: async () => outsideOf(settings) },
  ];
}

type With<K extends keyof Surroundings> = Surroundings & { [P in K]-?: NonNullable<Surroundings[P]> };

/** A check whose settings are wrong is told as not checked: the check of the settings says what is wrong with them. */
const needing =
  (settings: Surroundings) =>
  <K extends keyof Surroundings>(names: K[], run: (settings: With<K>) => Promise<Finding>) =>
  async (): Promise<Finding> => {
    const lacking = names.filter((name) => settings[name] === undefined);
    return lacking.length > 0
      ? notChecked(`${lacking.join(", ")} is missing or wrong: see settings`)
      : run(settings as With<K>);
  };

function once<T>(run: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= run());
}

const judgeSettings = (faults: string[]): Finding =>
  faults.length === 0
    ? ok("all can be read")
    : fault(faults.join("; "), "appliance/configure sets what is missing and says how a good answer looks.");

const hostOf = ({ PUBLIC_URL }: { PUBLIC_URL: string }) => new URL(PUBLIC_URL).hostname;
const portOf = ({ PUBLIC_URL }: { PUBLIC_URL: string }) => Number(new URL(PUBLIC_URL).port || 443);

/** Behind a proxy the names lead to the proxy, whose address we do not know. */
const namesOf = (s: Surroundings) => ({
  addresses: s.TLS_MODE === "proxy" ? {} : { PUBLIC_IP: s.PUBLIC_IP, PUBLIC_IPV6: s.PUBLIC_IPV6 },
  resolver: new Resolver({ timeout: 2_000, tries: 2 }),
});

const certificateOf = (s: With<"PUBLIC_URL">, name: string) => ({
  host: name,
  name,
  port: portOf(s),
  tlsMode: s.TLS_MODE ?? ("letsencrypt" as const),
  now: new Date(),
});

const turnOf = (s: With<"TURN_DOMAIN" | "TURN_CREDENTIALS">) => ({
  name: s.TURN_DOMAIN,
  credentials: s.TURN_CREDENTIALS,
  now: new Date(),
});

const doorOf = (s: Required<Surroundings>) => ({
  entrances: {
    publicAddress: s.JITSI_SERVICE_URL,
    insideAddress: Object.assign(new URL("/xmpp-websocket", s.COUNTER_CONTROL_URL), { protocol: "ws:" }).href,
    domain: s.JITSI_DOMAIN,
  },
  settings: { appId: s.JITSI_APP_ID, appSecret: s.JITSI_APP_SECRET, domain: s.JITSI_DOMAIN },
  now: new Date(),
});

const trialOf = (s: Required<Surroundings>) => ({
  ...doorOf(s),
  mucDomain: s.JITSI_MUC_DOMAIN,
  control: createCounterControl(s.COUNTER_CONTROL_URL, s.COUNTER_CONTROL_SECRET),
  offerLimitMs: s.JICOFO_PATIENCE_SECONDS * 1_000,
});

const mailOf = async (
  s: With<"SMTP_URL" | "MAIL_FROM" | "PUBLIC_URL">,
  address: string | undefined,
): Promise<Finding> =>
  address
    ? sendTestMail({ smtpUrl: s.SMTP_URL, from: s.MAIL_FROM, host: hostOf(s), address, now: new Date() })
    : notChecked("no address was given (--mail ADDRESS)");

const phoneOf = async ({ SIP_URI, JIGASI_URL }: Surroundings): Promise<Finding> =>
  SIP_URI ? checkPhone({ sipUri: SIP_URI, jigasiUrl: JIGASI_URL! }) : notChecked("no SIP account is configured");

async function outsideOf({ TLS_MODE, OUTGOING_PROXY, ACME_CA }: Surroundings): Promise<Finding> {
  if (TLS_MODE !== "letsencrypt" && !OUTGOING_PROXY) return notChecked("nothing of ours needs the internet");
  if (!ACME_CA) return notChecked("ACME_CA is wrong: see settings");
  return checkOutside({ address: ACME_CA, proxy: OUTGOING_PROXY, now: () => Date.now() });
}
