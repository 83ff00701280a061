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

/** A time that can be asked for, with the id that the asking keeps when it has to be repeated. */
export interface Wish {
  requestId: string;
  serviceId: string;
  startsAt: string;
}

/** A wish per free time of a fortnight, the last first. */
export async function freeTimes(): Promise<Wish[]> {
  const { services } = await read<{ services: { id: string }[] }>("/api/services");
  const serviceId = services[0]?.id ?? "";
  const { days } = await read<{ days: { slots: { startsAt: string }[] }[] }>(
    `/api/services/${serviceId}/slots?days=14`,
  );
  return days
    .flatMap(({ slots }) => slots)
    .map(({ startsAt }) => ({ requestId: randomUUID(), serviceId, startsAt }))
    .reverse();
}

export const askToBook = (wish: Wish, name = "Els Janssens"): Promise<Answer> =>
  send("/api/appointments", {
    ...wish,
    language: "nl",
    citizen: { name, email: "els@example.org", phone: null },
    question: "",
    concerns: null,
  });

export function bookedBy(answer: Answer): Booked {
  if (answer.status !== 201) throw new Error(`not booked: ${answer.status} ${answer.body}`);
  const { appointment, link } = JSON.parse(answer.body) as { appointment: { id: string }; link: string };
  return { id: appointment.id, token: link.split("/a/")[1] ?? "" };
}

/** Books the last free time. */
export async function book(name?: string): Promise<Booked> {
  const [wish] = await freeTimes();
  if (!wish) throw new Error("no time is free");
  return bookedBy(await askToBook(wish, name));
}

/** What the secret link of a mail opens. */
export const openLink = async ({ token }: Booked): Promise<{ status: number; id?: string }> => {
  const { status, body } = await ask("/api/appointment", { headers: { authorization: `Bearer ${token}` } });
  return { status, id: status === 200 ? JSON.parse(body).id : undefined };
};

export const signIn = (): Promise<Answer> => send("/api/clerk-session", CLERK);
