// Somebody in a room, as far as the backend hears of it.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { mintCallToken } from "../../../backend/src/platform/calls/mint-call-token.ts";
import { openXmppSession } from "../../../backend/src/platform/doctor/xmpp-session.ts";
import { until } from "../../../backend/test/until.ts";
import { sql } from "./operator.ts";
import { addressOf, FOLDER, secret } from "./site.ts";

/** Which Prosody the backend has heard of last, and how much. */
export async function heard(): Promise<{ boot: string; seq: number }> {
  const [boot = "", seq] = (await sql("select boot, seq from presence_feed order by heard_at desc limit 1")).split("|");
  return { boot, seq: Number(seq) };
}

/** Enters a room by a token of ours, and waits until the backend has heard of it. */
export async function enterRoom(): Promise<void> {
  const before = await heard();
  const appId = /^JITSI_APP_ID=(.+)$/m.exec(fs.readFileSync(path.join(FOLDER, ".env"), "utf8"))?.[1] ?? "balie";
  const settings = { appId, appSecret: secret("jitsi_app_secret"), domain: "meet.jitsi" };
  const room = `lab-${randomBytes(8).toString("hex")}`;
  const person = { userId: "lab", name: "Lab", role: "clerk" as const };
  const token = await mintCallToken(settings, person, room, new Date());
  const address = `ws://${await addressOf("prosody")}:5280/xmpp-websocket`;
  const entry = await openXmppSession({ address, domain: settings.domain, token });
  if (entry.outcome !== "let_in") throw new Error(`Prosody lets nobody in: ${JSON.stringify(entry)}`);
  const presence = await entry.session.join(`${room}@muc.meet.jitsi`, "lab");
  if (presence.attrs["type"] === "error") throw new Error(`the room does not open: ${presence.toString()}`);
  await until("the backend has heard of it", async () => {
    const now = await heard();
    return now.boot === before.boot && now.seq > before.seq;
  });
  entry.session.close();
}
