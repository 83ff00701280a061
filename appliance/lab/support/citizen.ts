// A citizen and a clerk as the operator's drills need them: something to lose, and something that must go on working.
import { randomUUID } from "node:crypto";
import { type Answer, ask } from "./ask.ts";
import { CLERK, DOMAIN } from "./site.ts";

export interface Booked {
  id: string;
  token: string;
}

/** A page's own request with a body. */
export const send = (where: string, body: object, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(where, {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", origin: `https://${DOMAIN}`, "sec-fetch-site": "same-origin" },
      ...headers,
    },
    body: JSON.stringify(body),
  });

async function read<T>(where: string): Promise<T> {
  const { status, body } = await ask(where);
  if (status !== 200) throw new Error(`${where} answers ${status}: ${body}`);
  return JSON.parse(body);
}

/** Books the last free time of a fortnight. */
export async function book(name = "Els Janssens"): Promise<Booked> {
  const { services } = await read<{ services: { id: string }[] }>("/api/services");
  const serviceId = services[0]?.id;
  const { days } = await read<{ days: { slots: { startsAt: string }[] }[] }>(
    `/api/services/${serviceId}/slots?days=14`,
  );
  const startsAt = days.flatMap(({ slots }) => slots).at(-1)?.startsAt;
  const answer = await send("/api/appointments", {
    requestId: randomUUID(),
    serviceId,
    startsAt,
    language: "nl",
    citizen: { name, email: "els@example.org", phone: null },
    question: "",
    concerns: null,
  });
  if (answer.status !== 201) throw new Error(`not booked: ${answer.status} ${answer.body}`);
  const { appointment, link } = JSON.parse(answer.body) as { appointment: { id: string }; link: string };
  return { id: appointment.id, token: link.split("/a/")[1] ?? "" };
}

/** What the secret link of a mail opens. */
export const openLink = async ({ token }: Booked): Promise<{ status: number; id?: string }> => {
  const { status, body } = await ask("/api/appointment", { headers: { authorization: `Bearer ${token}` } });
  return { status, id: status === 200 ? JSON.parse(body).id : undefined };
};

export const signIn = (): Promise<Answer> => send("/api/clerk-session", CLERK);
