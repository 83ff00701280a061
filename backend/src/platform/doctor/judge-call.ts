import { BlockList, isIPv6 } from "node:net";
import { type Finding, fault, notChecked, ok, warning } from "./finding.js";
import type { MediaCandidate } from "./knock-at-media.js";
import type { CallTrial } from "./try-call.js";

type Addresses = { PUBLIC_IP: string; PUBLIC_IPV6?: string | undefined };

const mediaPort = 10_000;
const advertise =
  "docker compose up -d jvb after appliance/configure --public-ip …: JVB_ADVERTISE_IPS must hold the address that browsers reach.";

/** Whether two people would be brought together, and at the right address. */
export function judgeCall(trial: CallTrial, { PUBLIC_IP, PUBLIC_IPV6 }: Addresses): Finding {
  if (trial.reached === "nothing") return notChecked(`nobody could enter (${trial.why}): see token`);
  if (trial.reached === "no_focus") return noFocus(trial.condition);
  if (trial.reached === "not_in_room") return notInRoom(trial);
  if (trial.reached === "no_offer") return noOffer(trial);
  const wanted = [PUBLIC_IP, ...(PUBLIC_IPV6 ? [PUBLIC_IPV6] : [])];
  const missing = wanted.filter((ip) => !trial.candidates.some((one) => isSame(one.ip, ip)));
  if (missing.length === 0) return ok(`jicofo brings two people together, at the bridge's ${list(trial.candidates)}`);
  return wrongAddresses(trial.candidates, missing);
}

const list = (candidates: MediaCandidate[]) => candidates.map(({ ip, port }) => `${ip}:${port}`).join(" and ");

const isSame = (one: string, other: string) =>
  one === other || (isIPv6(one) && isIPv6(other) && full(one) === full(other));
const full = (address: string) => new URL(`http://[${address}]`).hostname;

const noFocus = (condition: string) =>
  fault(
    `jicofo does not open a room (${condition})`,
    "docker compose ps jicofo, then docker compose logs jicofo; if Prosody does not know it, its password was changed on one side: appliance/configure --rotate jicofo_auth_password.",
  );

function notInRoom({ condition, text }: { condition: string; text: string }): Finding {
  if (condition === "service-unavailable" && /starting/.test(text))
    return fault(
      "Prosody keeps all rooms shut, since the app has not told it who is refused",
      "Prosody must reach the app at http://app:8081: docker compose ps app, then docker compose restart prosody.",
    );
  return fault(
    `Prosody refuses our people their room (${[condition, text].filter(Boolean).join(": ")})`,
    "Put the shipped docker-compose.yml and jitsi-config back (token_affiliation and counter_control alone), then docker compose up -d prosody.",
  );
}

function noOffer({ saysNoBridge }: { saysNoBridge: boolean }): Finding {
  const look =
    "docker compose ps jvb, then docker compose logs jvb; if Prosody refuses its password: appliance/configure --rotate jvb_auth_password.";
  return saysNoBridge
    ? fault("jicofo has no video bridge", look)
    : fault(
        "two people are in a room, and jicofo offers them no call",
        `docker compose logs jicofo says why; a bridge may be missing: ${look}`,
      );
}

function wrongAddresses(candidates: MediaCandidate[], missing: string[]): Finding {
  const seen = candidates.length === 0 ? "no address at all" : list(candidates);
  const isInsideOnly = candidates.length > 0 && candidates.every(({ ip }) => isPrivate(ip));
  if (isInsideOnly) return fault(`the bridge offers only addresses of the inside: ${seen}`, advertise);
  return fault(`the bridge offers ${seen} and not ${missing.join(" and ")}`, advertise);
}

/** Whether the bridge's UDP port can be reached, as far as one can tell from this side. */
export function judgeMedia(trial: CallTrial): Finding {
  if (trial.reached !== "offer" || trial.answers.length === 0)
    return notChecked("there was no call to try it with: see call");
  const outer = trial.answers.filter(({ ip }) => !isPrivate(ip));
  const answered = trial.answers.filter(({ hasAnswered }) => hasAnswered);
  if (answered.length === 0)
    return fault(
      `the bridge answers at none of ${trial.answers.map(({ ip, port }) => `${ip}:${port}`).join(", ")}`,
      `docker compose ps jvb must show UDP ${mediaPort} published; let UDP ${mediaPort} through every firewall to this server.`,
    );
  const silent = outer.filter(({ hasAnswered }) => !hasAnswered);
  if (silent.length === 0)
    return ok(`the bridge answers by UDP at ${answered.map(({ ip, port }) => `${ip}:${port}`).join(" and ")}`);
  return warning(
    `the bridge answers inside, and not at ${silent.map(({ ip, port }) => `${ip}:${port}`).join(" and ")}`,
    `Let UDP ${mediaPort} through every firewall to this server; a router that does not lead inside traffic back in looks the same from here: try a call from outside.`,
  );
}

const inside = new BlockList();
inside.addSubnet("10.0.0.0", 8);
inside.addSubnet("172.16.0.0", 12);
inside.addSubnet("192.168.0.0", 16);
inside.addSubnet("127.0.0.0", 8);
inside.addSubnet("169.254.0.0", 16);
inside.addSubnet("100.64.0.0", 10);
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");

const isPrivate = (ip: string) => inside.check(ip, isIPv6(ip) ? "ipv6" : "ipv4");
