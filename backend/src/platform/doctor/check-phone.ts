import { askJigasi } from "../calls/ask-jigasi.js";
import { describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok } from "./finding.js";

export async function checkPhone({ jigasiUrl, sipUri }: { jigasiUrl: string; sipUri: string }): Promise<Finding> {
  let answer: Response;
  try {
    answer = await askJigasi(jigasiUrl, 6_000);
  } catch (failure) {
    return fault(
      `jigasi does not answer: ${explainConnection(failure) ?? describeFailure(failure)}`,
      "docker compose ps jigasi, then docker compose logs jigasi; its profile is on when COMPOSE_PROFILES in .env holds phone.",
    );
  }
  const account = sipUri.replace(/^sip:/, "");
  if (answer.ok) return ok(`the SIP account ${account} is registered`);
  const reason = (await answer.text()).replace(/\s+/g, " ").slice(0, 120);
  return fault(
    `the SIP account ${account} is not registered (${answer.status} ${reason})`.trim(),
    "Check SIP_SERVER, SIP_PORT, SIP_TRANSPORT and the password with the provider (appliance/configure --sip-…), and that a firewall lets them out; docker compose logs jigasi.",
  );
}
