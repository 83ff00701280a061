import { randomBytes } from "node:crypto";
import { type CallPerson, type CallSettings, callTokenMinutes, mintCallToken } from "../calls/mint-call-token.js";
import { describeFailure, explainConnection } from "./describe-failure.js";
import { doctorsRoom } from "./doctors-room.js";
import { type Entrances, enterProsody } from "./enter-prosody.js";
import { type Finding, fault, ok } from "./finding.js";
import { type Entry, openXmppSession } from "./xmpp-session.js";

export type TokenTrial = { entrances: Entrances; settings: CallSettings; now: Date };

const doctor: CallPerson = { userId: "doctor", name: "Doctor", role: "citizen" };

/** Our tokens open Prosody's door, and others do not: one signed with another secret, and one that has expired. */
export async function checkToken({ entrances, settings, now }: TokenTrial): Promise<Finding> {
  const room = doctorsRoom();
  const { entry, address, failure } = await enterProsody(entrances, await mintCallToken(settings, doctor, room, now));
  if (entry.outcome === "let_in") entry.session.close();
  if (entry.outcome !== "let_in") return shut(entry, entrances, failure);
  if (failure !== undefined) return insideOnly(entrances, failure);

  const enter = (token: string) => openXmppSession({ address, domain: entrances.domain, token });
  const otherSecret = { ...settings, appSecret: randomBytes(24).toString("hex") };
  const past = new Date(now.getTime() - (callTokenMinutes + 1) * 60_000);
  const [forged, expired] = await Promise.all([
    mintCallToken(otherSecret, doctor, room, now).then(enter),
    mintCallToken(settings, doctor, room, past).then(enter),
  ]);
  for (const one of [forged, expired]) if (one.outcome === "let_in") one.session.close();
  return judgeWrong(forged, expired) ?? ok(`${address} lets our token in, and neither a forged nor an expired one`);
}

function shut(entry: Exclude<Entry, { outcome: "let_in" }>, { insideAddress }: Entrances, failure: unknown): Finding {
  if (entry.outcome === "not_reached")
    return fault(
      `Prosody takes no web socket, neither from outside (${describeFailure(failure)}) nor at ${insideAddress} (${describeFailure(entry.failure)})`,
      "docker compose ps prosody, then docker compose logs prosody.",
    );
  if (/expired|not (yet )?valid|nbf|time/i.test(entry.text))
    return fault(
      `Prosody finds our token out of its time (${entry.text})`,
      "Set the clock right: timedatectl set-ntp true, then docker compose restart prosody.",
    );
  return fault(
    `Prosody refuses our token (${entry.text || entry.condition})`,
    "App and Prosody know different secrets: appliance/configure --rotate jitsi_app_secret renews both.",
  );
}

function insideOnly({ publicAddress }: Entrances, failure: unknown): Finding {
  const { hostname } = new URL(publicAddress);
  return fault(
    `inside, Prosody lets our token in, but ${publicAddress} does not work: ${explainConnection(failure) ?? describeFailure(failure)}`,
    `Mend what certificate and jitsi-paths say of ${hostname}; a proxy in front must let web sockets through.`,
  );
}

function judgeWrong(forged: Entry, expired: Entry): Finding | undefined {
  const isOpen =
    forged.outcome === "let_in"
      ? "forged with another secret"
      : expired.outcome === "let_in"
        ? "that has expired"
        : undefined;
  if (!isOpen) return undefined;
  return fault(
    `Prosody lets in a token ${isOpen}: the rooms stand open`,
    "docker compose stop prosody; put the shipped docker-compose.yml and jitsi-config back (AUTH_TYPE=jwt, JWT_ALLOW_EMPTY=0), then docker compose up -d.",
  );
}
