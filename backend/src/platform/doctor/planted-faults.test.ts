import { expect } from "chai";
import pg from "pg";
import { controlSecret } from "../../../../jitsi-config/test/support/prosody.js";
import { createTestDatabase, type TestDatabase } from "../../../test/database.js";
import { startCallBed } from "../../../test/doctor/call-bed.js";
import { createAuthority, type KeyPair } from "../../../test/doctor/certificates.js";
import { startDns } from "../../../test/doctor/dns-server.js";
import {
  serveHttp,
  serveHttps,
  serveMail,
  servePages,
  serveRefusingProxy,
  serveSilence,
} from "../../../test/doctor/servers.js";
import { schema } from "../../schema.js";
import { checkCertificate, type TlsMode } from "./check-certificate.js";
import { checkDatabase } from "./check-database.js";
import { checkMail, sendTestMail } from "./check-mail.js";
import { checkName } from "./check-names.js";
import { checkOutside } from "./check-outside.js";
import { checkJitsiPaths, checkPages } from "./check-pages.js";
import { checkPhone } from "./check-phone.js";
import { checkProsody } from "./check-prosody.js";
import { checkToken } from "./check-token.js";
import { checkTurnByTls, checkTurnByUdp } from "./check-turn.js";
import { checkTurnGiven } from "./check-turn-given.js";
import type { Finding, State } from "./finding.js";
import { judgeCall, judgeMedia } from "./judge-call.js";
import { tryCall } from "./try-call.js";

type Stoppable = { stop: () => Promise<unknown> };
/** What is wrong; how the doctor finds it; what it sees; what it says to do. */
type Row = [fault: string, find: () => Promise<Finding>, state: State, seen: RegExp, mend: RegExp];

const name = "balie.test";
const migrations = schema.migrations.map((migration) => migration.name);
const minute = 60_000;
/** Nobody listens there, and fetch does not forbid it. */
const closed = "127.0.0.1:3";

let authority: ReturnType<typeof createAuthority>;
let good: KeyPair;
let database: TestDatabase;

async function during<P extends Stoppable>(part: Promise<P>, find: (part: P) => Promise<Finding>): Promise<Finding> {
  const started = await part;
  return find(started).finally(() => started.stop());
}

const named = (
  zone: Parameters<typeof startDns>[0],
  addresses: { PUBLIC_IP?: string; PUBLIC_IPV6?: string },
  options = {},
) => during(startDns(zone, options), ({ resolver }) => checkName({ name, addresses, resolver }));

const certified = (pair: () => KeyPair, tlsMode: TlsMode = "own", now = new Date()) =>
  during(serveHttps(pair()), ({ port }) => checkCertificate({ host: "127.0.0.1", port, name, tlsMode, now }));

const paged = (fault: Parameters<typeof servePages>[1], check: (url: string) => Promise<Finding>) =>
  during(servePages(good, fault), ({ port }) => check(`https://127.0.0.1:${port}`));

const mailed = (options: Parameters<typeof serveMail>[0], scheme: string, login = "") =>
  during(serveMail(options), ({ port }) => checkMail({ smtpUrl: `${scheme}://${login}127.0.0.1:${port}` }));

const called = (planted: Parameters<typeof startCallBed>[0], addresses = { PUBLIC_IP: "127.0.0.1" }) =>
  during(startCallBed(planted), async ({ trial }) => judgeCall(await tryCall(trial), addresses));

const migrated = async (change: string, undo: string) => {
  await database.dataSource.query(change);
  const finding = await checkDatabase({ databaseUrl: database.url, migrations });
  await database.dataSource.query(undo);
  return finding;
};

const faults: Row[] = [
  [
    "the name is not in DNS",
    () => named({}, { PUBLIC_IP: "192.0.2.1" }),
    "fault",
    /balie.test is not in DNS/,
    /Add an A record for balie.test.* with 192.0.2.1/,
  ],
  [
    "the name leads elsewhere",
    () => named({ [name]: { a: ["192.0.2.9"] } }, { PUBLIC_IP: "192.0.2.1" }),
    "fault",
    /leads to 192.0.2.9, and this server is 192.0.2.1/,
    /A record .*192.0.2.1 .*--public-ip/,
  ],
  [
    "an AAAA record is left over",
    () => named({ [name]: { a: ["192.0.2.1"], aaaa: ["2001:db8:0:0:0:0:0:9"] } }, { PUBLIC_IP: "192.0.2.1" }),
    "fault",
    /no IPv6 address configured/,
    /Delete the AAAA record .*--public-ipv6/,
  ],
  [
    "the IPv6 address leads elsewhere",
    () =>
      named(
        { [name]: { a: ["192.0.2.1"], aaaa: ["2001:db8:0:0:0:0:0:9"] } },
        { PUBLIC_IP: "192.0.2.1", PUBLIC_IPV6: "2001:db8::1" },
      ),
    "fault",
    /2001:db8::9, and this server is 2001:db8::1/,
    /AAAA record/,
  ],
  ["DNS is silent", () => named({}, {}, { isSilent: true }), "fault", /DNS does not answer/, /name servers/],

  [
    "the certificate has expired",
    () => certified(() => authority.issue(name, -1), "own"),
    "fault",
    /expired on/,
    /certs\/fullchain.pem/,
  ],
  [
    "the certificate is for another name",
    () => certified(() => authority.issue("other.test", 90)),
    "fault",
    /is for other.test, and not for balie.test/,
    /Get one that names balie.test/,
  ],
  [
    "the certificate is self-signed",
    () => certified(() => authority.selfSigned(name)),
    "fault",
    /not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    /authority that browsers know/,
  ],
  [
    "renewing failed: days are left",
    () => certified(() => authority.issue(name, 90), "letsencrypt", inDays(84.5)),
    "fault",
    /good for 5 days/,
    /docker compose logs caddy/,
  ],
  [
    "renewing seems to fail: weeks are left",
    () => certified(() => authority.issue(name, 90), "letsencrypt", inDays(75.5)),
    "warning",
    /good for 14 days/,
    /docker compose logs caddy/,
  ],
  [
    "nothing listens on 443",
    () => checkCertificate({ host: "127.0.0.1", port: 1, name, tlsMode: "own", now: new Date() }),
    "fault",
    /the connection is refused/,
    /router and caddy run/,
  ],

  [
    "the app behind Caddy is away",
    () => paged({ status: 502 }, checkPages),
    "fault",
    /answers 502/,
    /docker compose logs app/,
  ],
  [
    "the proxy in front drops headers",
    () => paged({ withoutHeaders: true }, checkPages),
    "warning",
    /without content-security-policy/,
    /proxy in front/,
  ],
  [
    "a page of Jitsi can be reached",
    () => paged({ leaks: "/config.js" }, checkJitsiPaths),
    "fault",
    /\/config.js \(200\) can be reached/,
    /appliance\/caddy/,
  ],
  [
    "the web socket does not come through",
    () => paged({ lacks: "/xmpp-websocket" }, checkJitsiPaths),
    "fault",
    /\/xmpp-websocket \(404\) does not answer/,
    /web sockets included/,
  ],

  [
    "the database is away",
    () => checkDatabase({ databaseUrl: `postgres://balie:the-password@${closed}/balie`, migrations }),
    "fault",
    /does not answer: the connection is refused/,
    /docker compose logs postgres/,
  ],
  [
    "the database has another password",
    () => checkDatabase({ databaseUrl: withPassword(database.url), migrations }),
    "fault",
    /does not accept our password/,
    /--rotate postgres_password/,
  ],
  [
    "the database does not exist",
    () =>
      checkDatabase({ databaseUrl: Object.assign(new URL(database.url), { pathname: "/nowhere" }).href, migrations }),
    "fault",
    /no database of that name/,
    /appliance\/restore/,
  ],
  [
    "a migration is missing",
    () => checkDatabase({ databaseUrl: database.url, migrations: [...migrations, "Next"] }),
    "fault",
    /lacks Next/,
    /migrate/,
  ],
  [
    "the database is of a newer version",
    () =>
      migrated(
        "insert into migrations (timestamp, name) values (1, 'Later')",
        "delete from migrations where name = 'Later'",
      ),
    "warning",
    /newer than this version \(Later\)/,
    /appliance\/upgrade/,
  ],
  [
    "the database is read-only",
    () => checkDatabase({ databaseUrl: `${database.url}?options=-c%20default_transaction_read_only%3Don`, migrations }),
    "fault",
    /cannot be written/,
    /read-only copy/,
  ],

  [
    "the mail server is away",
    () => checkMail({ smtpUrl: `smtp://${closed}` }),
    "fault",
    /the connection is refused/,
    /--mail-server/,
  ],
  [
    "another server answers on the mail port",
    () => during(serveSilence(), ({ port }) => checkMail({ smtpUrl: `smtp://127.0.0.1:${port}` })),
    "fault",
    /does not answer as a mail server/,
    /name and port/,
  ],
  [
    "the mail password is wrong",
    () => mailed({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true }, "smtp", "balie:wrong@"),
    "fault",
    /refuses our name and password \(535\)/,
    /Ask for the right ones/,
  ],
  [
    "the mail password travels in the open",
    () => mailed({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true }, "smtp", "balie:the-mail-password@"),
    "warning",
    /without encryption; our name and password are accepted/,
    /STARTTLS or TLS/,
  ],
  [
    "the mail server's certificate is not trusted",
    () => mailed({ ...authority.selfSigned("mail.test") }, "smtp"),
    "fault",
    /certificate of 127.0.0.1:\d+ is not good/,
    /update-ca-certificates/,
  ],
  [
    "smtps:// where there is no TLS",
    () => mailed({ disabledCommands: ["STARTTLS"] }, "smtps"),
    "fault",
    /does not begin with TLS/,
    /smtp:\/\/ instead of smtps/,
  ],
  [
    "the mail server does not let us send",
    () =>
      during(serveMail({ recipients: "refused", disabledCommands: ["STARTTLS", "AUTH"] }), ({ port }) =>
        sendTestMail({
          smtpUrl: `smtp://127.0.0.1:${port}`,
          from: "balie@balie.test",
          host: name,
          address: "ict@balie.test",
          now: new Date(),
        }),
      ),
    "fault",
    /refuses the test mail: .*Relaying denied/,
    /send from balie@balie.test/,
  ],

  [
    "Prosody is away",
    () => checkProsody({ controlUrl: `http://${closed}/counter_control`, secret: controlSecret }),
    "fault",
    /Prosody at 127.0.0.1:3 does not answer: the connection is refused/,
    /docker compose logs prosody/,
  ],
  [
    "our module is not loaded",
    () =>
      during(startCallBed(), ({ prosody }) =>
        checkProsody({ controlUrl: prosody.controlUrl.replace("counter_control", "elsewhere"), secret: controlSecret }),
      ),
    "fault",
    /without our module/,
    /--rotate counter_control_secret/,
  ],
  [
    "app and Prosody have other control secrets",
    () =>
      during(startCallBed(), ({ prosody }) => checkProsody({ controlUrl: prosody.controlUrl, secret: "x".repeat(40) })),
    "fault",
    /another COUNTER_CONTROL_SECRET/,
    /--rotate counter_control_secret/,
  ],
  [
    "app and Prosody have other token secrets",
    () =>
      during(startCallBed(), ({ trial }) =>
        checkToken({ ...trial, settings: { ...trial.settings, appSecret: "y".repeat(40) } }),
      ),
    "fault",
    /refuses our token/,
    /--rotate jitsi_app_secret/,
  ],
  [
    "our clock is behind",
    () => during(startCallBed(), ({ trial }) => checkToken({ ...trial, now: new Date(Date.now() - 5 * minute) })),
    "fault",
    /out of its time/,
    /timedatectl/,
  ],
  [
    "the web socket works inside alone",
    () =>
      during(startCallBed(), ({ trial }) =>
        checkToken({ ...trial, entrances: { ...trial.entrances, publicAddress: `ws://${closed}/xmpp-websocket` } }),
      ),
    "fault",
    /inside, Prosody lets our token in, but ws:.* does not work: the connection is refused/,
    /certificate and jitsi-paths/,
  ],
  [
    "the certificate stops the web socket alone",
    () =>
      during(startCallBed(), ({ trial }) =>
        during(serveHttps(authority.selfSigned(name)), ({ port }) =>
          checkToken({
            ...trial,
            entrances: { ...trial.entrances, publicAddress: `wss://127.0.0.1:${port}/xmpp-websocket` },
          }),
        ),
      ),
    "fault",
    /inside, Prosody lets our token in, but wss:.*self-signed certificate/,
    /certificate and jitsi-paths/,
  ],
  ["the rooms stay shut", () => called({ backendStatus: 500 }), "fault", /keeps all rooms shut/, /http:\/\/app:8081/],
  [
    "jicofo is away",
    () => called({ focus: "away" }),
    "fault",
    /jicofo does not open a room/,
    /docker compose logs jicofo/,
  ],
  [
    "there is no bridge",
    () => called({ focus: "no_bridge" }),
    "fault",
    /jicofo has no video bridge/,
    /docker compose logs jvb/,
  ],
  [
    "jicofo offers nothing",
    () => called({ focus: "mute" }),
    "fault",
    /offers them no call/,
    /docker compose logs jicofo/,
  ],
  [
    "the bridge has another address",
    () => called({ candidates: "192.0.2.9:10000 bridge" }, { PUBLIC_IP: "192.0.2.1" }),
    "fault",
    /offers 192.0.2.9:10000 and .* and not 192.0.2.1/,
    /--public-ip/,
  ],
  [
    "the bridge offers inside addresses alone",
    () => called({}, { PUBLIC_IP: "192.0.2.1" }),
    "fault",
    /only addresses of the inside/,
    /JVB_ADVERTISE_IPS/,
  ],
  [
    "UDP 10000 does not come through",
    () =>
      during(startCallBed({ candidates: "192.0.2.1:10000 bridge" }), async ({ trial }) =>
        judgeMedia(await tryCall(trial)),
      ),
    "warning",
    /answers inside, and not at 192.0.2.1:10000/,
    /UDP 10000 through every firewall/,
  ],
  [
    "the bridge hears nothing",
    () => during(startCallBed({ candidates: "127.0.0.1:1" }), async ({ trial }) => judgeMedia(await tryCall(trial))),
    "fault",
    /answers at none of 127.0.0.1:1/,
    /UDP 10000/,
  ],

  [
    "Prosody gives pages no TURN server",
    () => during(startCallBed(), ({ trial }) => checkTurnGiven({ trial, name: "turn.balie.test" })),
    "fault",
    /gives pages no TURN server/,
    /docker compose up -d prosody/,
  ],
  [
    "coturn is away by UDP",
    () => checkTurnByUdp({ name: "127.0.0.1", credentials: "z".repeat(40), port: 1, now: new Date() }),
    "fault",
    /by UDP 1: the connection is refused/,
    /docker compose ps coturn/,
  ],
  [
    "coturn is away by TLS",
    () => checkTurnByTls({ name: "127.0.0.1", credentials: "z".repeat(40), port: 1, now: new Date() }),
    "fault",
    /by TLS 1: the connection is refused/,
    /router and coturn run/,
  ],

  [
    "the SIP account is not registered",
    () =>
      during(
        serveHttp((_, response) => response.writeHead(500).end("GW not ready.")),
        ({ port }) => checkPhone({ jigasiUrl: `http://127.0.0.1:${port}`, sipUri: "329@sip.test" }),
      ),
    "fault",
    /329@sip.test is not registered \(500 GW not ready/,
    /SIP_SERVER/,
  ],
  [
    "jigasi is away",
    () => checkPhone({ jigasiUrl: `http://${closed}`, sipUri: "329@sip.test" }),
    "fault",
    /jigasi does not answer/,
    /COMPOSE_PROFILES/,
  ],
  [
    "the outgoing proxy refuses us",
    () =>
      during(serveRefusingProxy(), ({ port }) =>
        checkOutside({ address: "https://ca.test/", proxy: `http://127.0.0.1:${port}`, now: Date.now }),
      ),
    "fault",
    /outgoing proxy refuses: 407/,
    /OUTGOING_PROXY/,
  ],
  [
    "the outgoing proxy is away",
    () => checkOutside({ address: "https://ca.test/", proxy: `http://${closed}`, now: Date.now }),
    "fault",
    /not reached by the outgoing proxy 127.0.0.1:3: the connection is refused/,
    /--outgoing-proxy/,
  ],
  [
    "our clock is ten minutes ahead",
    () =>
      during(serveHttps(authority.issue("localhost", 90)), ({ port }) =>
        checkOutside({ address: `https://localhost:${port}/`, now: () => Date.now() + 10 * minute }),
      ),
    "fault",
    /our clock is \d+ s ahead of/,
    /timedatectl/,
  ],
  [
    "nothing gets out",
    () => checkOutside({ address: `https://${closed}/`, now: Date.now }),
    "warning",
    /is not reached/,
    /TCP 443/,
  ],
];

/** Half days, so that no second more or less changes how many whole days are left. */
const inDays = (days: number) => new Date(Date.now() + days * 1_440 * minute);

const withPassword = (url: string) => Object.assign(new URL(url), { password: "another" }).href;

describe("the doctor finds what was planted and says what to do:", function () {
  this.timeout(30_000);
  before(async () => {
    authority = createAuthority();
    good = authority.issue("127.0.0.1", 90);
    database = await createTestDatabase();
  });
  after(async () => {
    authority.forget();
    await database.drop();
  });

  for (const [title, find, state, seen, mend] of faults)
    it(title, async () => {
      const finding = await find();
      expect(finding.seen).to.match(seen);
      expect(finding.state, finding.seen).to.equal(state);
      expect(finding.mend).to.match(mend);
    });
});

describe("what is well, is told so:", function () {
  this.timeout(30_000);
  before(async () => {
    authority = createAuthority();
    good = authority.issue(name, 90);
    database = await createTestDatabase();
  });
  after(async () => {
    authority.forget();
    await database.drop();
  });
  const well: [string, () => Promise<Finding>][] = [
    [
      "names",
      () =>
        named(
          { [name]: { a: ["192.0.2.1"], aaaa: ["2001:db8:0:0:0:0:0:1"] } },
          { PUBLIC_IP: "192.0.2.1", PUBLIC_IPV6: "2001:db8::1" },
        ),
    ],
    ["a name behind a proxy", () => named({ [name]: { a: ["192.0.2.77"] } }, {})],
    ["a certificate", () => certified(() => good)],
    ["pages", () => paged({}, checkPages)],
    ["Jitsi's paths", () => paged({}, checkJitsiPaths)],
    ["the database", () => checkDatabase({ databaseUrl: database.url, migrations })],
    [
      "mail by STARTTLS with a password",
      () =>
        during(serveMail({ ...authority.issue("localhost", 90) }), ({ port }) =>
          checkMail({ smtpUrl: `smtp://balie:the-mail-password@localhost:${port}` }),
        ),
    ],
    [
      "mail by TLS",
      () =>
        during(serveMail({ ...authority.issue("localhost", 90), secure: true, authOptional: true }), ({ port }) =>
          checkMail({ smtpUrl: `smtps://localhost:${port}` }),
        ),
    ],
    [
      "a test mail",
      () =>
        during(serveMail({ disabledCommands: ["STARTTLS", "AUTH"] }), ({ port }) =>
          sendTestMail({
            smtpUrl: `smtp://127.0.0.1:${port}`,
            from: "balie@balie.test",
            host: name,
            address: "ict@balie.test",
            now: new Date(),
          }),
        ),
    ],
    [
      "the phone",
      () =>
        during(
          serveHttp((_, response) => response.end("OK")),
          ({ port }) => checkPhone({ jigasiUrl: `http://127.0.0.1:${port}`, sipUri: "329@sip.test" }),
        ),
    ],
    [
      "the way out",
      () =>
        during(serveHttps(authority.issue("localhost", 90)), ({ port }) =>
          checkOutside({ address: `https://localhost:${port}/`, now: Date.now }),
        ),
    ],
  ];
  for (const [title, find] of well)
    it(title, async () => {
      const finding = await find();
      expect(finding.state, finding.seen).to.equal("ok");
    });

  it("leaves no table of its own in the database", async () => {
    await checkDatabase({ databaseUrl: database.url, migrations });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query("select to_regclass('balie_doctor_was_here') as found");
    await client.end();
    expect(rows[0].found).to.equal(null);
  });
});
