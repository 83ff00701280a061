// What keeps two people from a call, though their pages open.
import { until } from "../../../backend/test/until.ts";
import { compose } from "../support/site.ts";
import { type Fault, stop, up, upWith } from "./examine.ts";

const other = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Of a network for examples: nobody answers there. */
const elsewhere = "203.0.113.7";

export const callFaults: Fault[] = [
  {
    title: "jicofo is stopped",
    plant: stop("jicofo"),
    mend: up("jicofo"),
    found: [
      {
        check: "call",
        seen: /jicofo does not open a room \(service-unavailable\)/,
        advice: /docker compose logs jicofo/,
      },
    ],
  },
  {
    title: "Prosody refuses the bridge's password",
    plant: async () => {
      await upWith("jvb", { JVB_AUTH_PASSWORD: other })();
      await until("it is refused", async () => (await compose(["logs", "jvb"])).includes("not-authorized"));
    },
    mend: up("jvb"),
    found: [{ check: "call", seen: /jicofo has no video bridge/, advice: /--rotate jvb_auth_password/ }],
  },
  {
    title: "the bridge advertises another address than is configured, where no UDP reaches it",
    plant: upWith("jvb", { PUBLIC_IP: elsewhere }),
    mend: up("jvb"),
    found: [
      {
        check: "call",
        seen: /offers .*203\.0\.113\.7:10000 and not /,
        advice: /docker compose up -d jvb after appliance\/configure --public-ip/,
      },
      {
        check: "media-port",
        seen: /answers inside, and not at 203\.0\.113\.7:10000/,
        advice: /Let UDP 10000 through every firewall/,
      },
    ],
  },
  {
    title: "Prosody began without the app and knows nobody who is refused",
    plant: async () => {
      await compose(["stop", "app"]);
      await compose(["restart", "prosody"]);
    },
    mend: up("app"),
    found: [{ check: "call", seen: /keeps all rooms shut/, advice: /docker compose ps app/ }],
  },
  {
    title: "app and Prosody sign tokens by different secrets",
    plant: upWith("prosody", { JITSI_APP_SECRET: other }),
    mend: up("prosody"),
    found: [{ check: "token", seen: /refuses our token/, advice: /--rotate jitsi_app_secret/ }],
  },
  {
    title: "Prosody gives pages TURN credentials by another secret than coturn's",
    plant: upWith("prosody", { TURN_CREDENTIALS: other }),
    mend: up("prosody"),
    found: [
      {
        check: "turn-given",
        seen: /coturn refuses the credentials that Prosody gives pages/,
        advice: /docker compose up -d prosody/,
      },
    ],
  },
  {
    title: "app and Prosody know different control secrets",
    plant: async () => {
      // It then calls itself unwell.
      await compose(["up", "-d", "--no-deps", "prosody"], { env: { COUNTER_CONTROL_SECRET: other } });
      await until("Prosody answers", () => compose(["exec", "-T", "prosody", "/usr/local/bin/healthcheck.sh"]));
    },
    mend: up("prosody"),
    found: [{ check: "prosody", seen: /another COUNTER_CONTROL_SECRET/, advice: /--rotate counter_control_secret/ }],
  },
];
