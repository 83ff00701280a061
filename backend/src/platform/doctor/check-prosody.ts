import { describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok } from "./finding.js";

type Control = { controlUrl: string; secret: string };

const logs = "docker compose ps prosody, then docker compose logs prosody.";

/** Prosody is there, and our module in it: to whoever knows the secret, and to nobody else. Without the module rooms would stand open. */
export async function checkProsody({ controlUrl, secret }: Control): Promise<Finding> {
  const ask = async (headers: Record<string, string>) => {
    const answer = await fetch(`${controlUrl}/rooms`, { headers, signal: AbortSignal.timeout(6_000) });
    await answer.body?.cancel();
    return answer.status;
  };
  try {
    const known = await ask({ authorization: `Bearer ${secret}` });
    const unknown = [await ask({}), await ask({ authorization: "Bearer of another secret" })];
    return judge(known, unknown);
  } catch (failure) {
    const { host } = new URL(controlUrl);
    return fault(
      `Prosody at ${host} does not answer: ${explainConnection(failure) ?? describeFailure(failure)}`,
      `See why: ${logs}`,
    );
  }
}

function judge(known: number, unknown: number[]): Finding {
  if (known === 404)
    return fault(
      "Prosody runs without our module counter_control",
      `COUNTER_CONTROL_SECRET in .env must have 32 letters and digits or more: appliance/configure --rotate counter_control_secret; see ${logs}`,
    );
  if (known === 401)
    return fault(
      "Prosody knows another COUNTER_CONTROL_SECRET than the app",
      "Renew it in both places: appliance/configure --rotate counter_control_secret.",
    );
  if (known !== 200) return fault(`our module in Prosody answers ${known}`, `See why: ${logs}`);
  if (unknown.some((status) => status !== 401))
    return fault(
      "our module in Prosody answers without its secret",
      "Put the shipped jitsi-config/prosody-modules back and docker compose restart prosody.",
    );
  return ok("Prosody answers, and our module in it to nobody without its secret");
}
