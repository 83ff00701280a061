// A citizen and a clerk as the operator's drills need them: something to lose, and something that must go on working.
import { randomUUID } from "node:crypto";
import { type Answer, ask } from "./ask.ts";
import { CLERK, DOMAIN } from "./site.ts";

export interface Booked {
  id: string;
  token: string;
}

const json = { "content-type": "application/json", origin: `https://${DOMAIN}`, "sec-fetch-site": "same-origin" };

/** A time that can be asked for, with the id that the asking keeps when it has to be repeated. */
export interface Wish {
  requestId: string;
  serviceId: string;
  startsAt: string;
}

/** A wish per free time, the last first. */
export async function freeTimes(): Promise<Wish[]> {
  const { services } = JSON.parse((await ask("/api/services")).body) as { services: { id: string }[] };
  const serviceId = services[0]?.id ?? "";
  const slots = JSON.parse((await ask(`/api/services/${serviceId}/slots?days=14`)).body) as {
    days: { slots: { startsAt: string }[] }[];
  };
  return slots.days
    .flatMap((day) => day.slots)
    .map(({ startsAt }) => ({ requestId: randomUUID(), serviceId, startsAt }))
    .reverse();
}

export const askToBook = (wish: Wish, name = "Els Janssens"): Promise<Answer> =>
  ask("/api/appointments", {
    method: "POST",
    headers: json,
    body: JSON.stringify({
      ...wish,
      language: "nl",
      citizen: { name, email: "els@example.org", phone: null },
      question: "",
      concerns: null,
    }),
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

export const signIn = (): Promise<Answer> =>
  ask("/api/clerk-session", { method: "POST", headers: json, body: JSON.stringify(CLERK) });
