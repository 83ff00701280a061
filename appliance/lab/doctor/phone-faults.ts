// With the profile `phone`: an account that is not registered.
import { until } from "../../../backend/test/until.ts";
import { compose } from "../support/site.ts";
import { type Fault, stop, up } from "./examine.ts";

const isWell = () =>
  compose(["exec", "-T", "jigasi", "/usr/local/bin/healthcheck.sh"]).then(
    () => true,
    () => false,
  );

export const phoneFaults: Fault[] = [
  {
    title: "the provider refuses the SIP account's password",
    plant: () => compose(["up", "-d", "--no-deps", "jigasi"], { env: { SIP_PASSWORD: "another" } }),
    mend: up("jigasi"),
    found: [
      {
        check: "phone",
        seen: /is not registered \(500 GW not ready\.\)/,
        advice: /Check SIP_SERVER, SIP_PORT, SIP_TRANSPORT and the password with the provider/,
      },
    ],
  },
  {
    title: "the SIP provider does not answer",
    plant: async () => {
      await stop("sip")();
      await until("jigasi has noticed", async () => !(await isWell()));
    },
    mend: async () => {
      await up("sip")();
      await until("jigasi is registered again", isWell);
    },
    found: [{ check: "phone", seen: /is not registered/, advice: /that a firewall lets them out/ }],
  },
  {
    title: "jigasi is stopped",
    plant: stop("jigasi"),
    mend: up("jigasi"),
    found: [{ check: "phone", seen: /jigasi does not answer/, advice: /docker compose ps jigasi/ }],
  },
];
