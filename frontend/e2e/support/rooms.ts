import type { AdmittedView, CallTokenView } from "@balie/contract/meetings";
import type { Page } from "playwright-core";
import type { Stack } from "../../../appliance/embedded/stack.ts";
import { until } from "../../../backend/test/until.ts";
import { Refused, XmppClient } from "../../../jitsi-config/test/support/xmpp-client.ts";

/** Every call token that this page gets from here on, by request or by its event stream; the newest last. */
export const watchTokens = async (page: Page): Promise<CallTokenView[]> => {
  const seen: CallTokenView[] = [];
  const inspector = await page.context().newCDPSession(page);
  inspector.on("Network.eventSourceMessageReceived", ({ eventName, data }) => {
    if (eventName === "callToken") seen.push(JSON.parse(data) as CallTokenView);
  });
  await inspector.send("Network.enable");
  page.on("response", (response) => {
    if (!/\/(call-token|admission)$/.test(response.url()) || !response.ok()) return;
    void response.json().then(
      (answer: CallTokenView | AdmittedView) => seen.push("callToken" in answer ? answer.callToken : answer),
      () => undefined,
    );
  });
  return seen;
};

export interface Occupant {
  readonly nick: string;
  readonly user?: string;
}

/** Who is in the room, as Prosody itself says. */
export const occupantsOf = async (stack: Stack, room: string): Promise<Occupant[]> => {
  const { COUNTER_CONTROL_URL: url, COUNTER_CONTROL_SECRET: secret } = stack.env;
  const answer = await fetch(`${url}/rooms`, { headers: { authorization: `Bearer ${secret}` } });
  if (!answer.ok) throw new Error(`Prosody answered ${answer.status}`);
  const { rooms } = (await answer.json()) as { rooms: { room: string; occupants: Occupant[] }[] };
  return rooms.find((each) => each.room === room)?.occupants ?? [];
};

export const untilOnly = async (stack: Stack, room: string, users: readonly string[]): Promise<void> => {
  await until(`only ${users.length} in the room`, async () => {
    const found = await occupantsOf(stack, room);
    return String(found.map(({ user }) => user).sort()) === String([...users].sort());
  });
};

/** Tries a token as a page of ours would, without the page: "in", or what Prosody answered. */
export const tryToken = async (stack: Stack, token: string | undefined, room: string): Promise<string> => {
  const port = Number(new URL(stack.prosodyUrl).port);
  try {
    const client = await XmppClient.connect({ port, token, origin: stack.publicUrl });
    try {
      await client.join(room, "intruder");
      return "in";
    } finally {
      await client.hangUp();
    }
  } catch (fault) {
    if (fault instanceof Refused) return fault.message.trim();
    throw fault;
  }
};
