import { randomUUID } from "node:crypto";
import type { CallTokenView } from "@balie/contract/meetings";
import type { Stack } from "../../../appliance/embedded/stack.ts";
import { until } from "../../../backend/test/until.ts";
import { XmppClient } from "../../../jitsi-config/test/support/xmpp-client.ts";
import { bookByRequest, linkTokenIn } from "./api.ts";
import { ask } from "./database.ts";
import { an, karim } from "./stage.ts";

export interface Answer {
  readonly status: number;
  readonly json: any;
}

/** Somebody with our API and none of our pages: a browser's requests and its cookies, and a link where they have one. */
export interface Outsider {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
}

export const outsider = ({ publicUrl }: Stack, linkToken?: string, cookies = new Map<string, string>()): Outsider => ({
  call: async (method, path, body) => {
    const answer = await fetch(`${publicUrl}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        origin: publicUrl,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(linkToken ? { authorization: `Bearer ${linkToken}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name!, value!);
    }
    const text = await answer.text();
    return { status: answer.status, json: text.startsWith("{") ? JSON.parse(text) : null };
  },
});

export interface MeetingOfOutsiders {
  readonly meetingId: string;
  readonly room: string;
  /** `clerk` leads, `other` is a clerk of the same counter. */
  readonly people: Readonly<Record<"citizen" | "helper" | "clerk" | "other", Outsider>>;
  /** By these they are in the room, as Prosody sees them. */
  readonly tokens: Readonly<Record<"citizen" | "helper" | "clerk", CallTokenView>>;
  readonly pages: Readonly<Record<"citizen" | "helper" | "clerk", XmppClient>>;
}

const good = async (answer: Promise<Answer>): Promise<Answer["json"]> => {
  const { status, json } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(json)}`);
  return json;
};

/** A meeting in progress of a citizen, a helper and a clerk, all of whom go without our pages. */
export const meetAsOutsiders = async (stack: Stack, name: string): Promise<MeetingOfOutsiders> => {
  const tab = { tabId: randomUUID().replaceAll("-", "") };
  const linkToken = linkTokenIn(await bookByRequest(stack, { name }));
  const citizen = outsider(stack, linkToken);
  const { id: arrivalId } = await good(citizen.call("POST", "/api/appointment/arrival", tab));
  const [clerk, other] = [outsider(stack), outsider(stack)];
  const signIn = (who: Outsider, { email }: typeof an) =>
    good(who.call("POST", "/api/clerk-session", { ...stack.clerk, email }));
  await Promise.all([signIn(clerk, an), signIn(other, karim)]);
  const [row] = await ask(stack, "select meeting_id from arrival where id = $1", [arrivalId]);
  const meetingId = String(row!["meeting_id"]);
  const admitted = await good(clerk.call("POST", `/api/meetings/${meetingId}/admission`, { arrivalId }));
  const ofCitizen = await good(citizen.call("POST", `/api/arrivals/${arrivalId}/call-token`, tab));

  const invitation = { requestId: randomUUID(), name: "Hilde", relation: "family", email: null, hasConsented: true };
  const invited = await good(citizen.call("POST", "/api/appointment/helpers", invitation));
  const helper = outsider(stack, linkTokenIn(invited.link));
  await good(helper.call("POST", "/api/helper/arrival", tab));
  await good(clerk.call("POST", `/api/meetings/${meetingId}/helpers/${invited.id}/admission`, {}));
  const [guest] = await ask(stack, "select id from guest where meeting_id = $1", [meetingId]);
  await good(citizen.call("POST", `/api/arrivals/${arrivalId}/guests/${guest!["id"]}/told`, {}));
  const ofHelper = await good(helper.call("POST", `/api/helpers/${invited.id}/call-token`, tab));

  const tokens = { citizen: ofCitizen, helper: ofHelper, clerk: admitted.callToken };
  const [citizenPage, helperPage, clerkPage] = [
    await enterRoom(stack, tokens.citizen),
    await enterRoom(stack, tokens.helper),
    await enterRoom(stack, tokens.clerk),
  ];
  const pages = { citizen: citizenPage, helper: helperPage, clerk: clerkPage };
  return { meetingId, room: ofCitizen.room, people: { citizen, helper, clerk, other }, tokens, pages };
};

const enterRoom = async (stack: Stack, { token, room }: CallTokenView): Promise<XmppClient> => {
  const port = Number(new URL(stack.prosodyUrl).port);
  const client = await XmppClient.connect({ port, token, origin: stack.publicUrl });
  await until("Prosody lets them in", async () => client.join(room, randomUUID().slice(0, 8)));
  return client;
};
