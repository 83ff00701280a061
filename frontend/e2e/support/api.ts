import { randomUUID } from "node:crypto";
import type { BookedView } from "@balie/contract/appointments";
import type { ServiceList, SlotList } from "@balie/contract/services";
import type { Stack } from "../../../appliance/embedded/stack.ts";

/** The secret link's token. */
export const linkTokenIn = (link: string): string => new URL(link).pathname.split("/").at(-1)!;

/** A request as somebody makes it who has the link but none of our pages. */
export const plainRequest = async (
  { publicUrl }: Stack,
  method: string,
  path: string,
  linkToken: string,
  body: unknown,
): Promise<{ status: number; code?: string }> => {
  const answer = await fetch(`${publicUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${linkToken}`, "content-type": "application/json", origin: publicUrl },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
};

export const addressOf = (name: string): string => `${name.toLowerCase().replace(/\W+/g, ".")}@example.org`;

interface Wish {
  readonly name: string;
  /** The first free time from so many days on; else from today on. */
  readonly inDays?: number;
  readonly startsAt?: string;
  /** The first free time so many minutes from now, or later; 1 unless told: a time that begins meanwhile would be refused. */
  readonly afterMinutes?: number;
  readonly interpreterLanguage?: string;
}

/** Books a room as the page would, and answers the link. */
export const bookByRequest = async (
  { publicUrl }: Stack,
  { name, inDays = 0, startsAt, afterMinutes = 1, interpreterLanguage }: Wish,
): Promise<string> => {
  const { services } = await read<ServiceList>(`${publicUrl}/api/services`);
  const { id } = services.find((each) => each.name.nl === "Een zaal huren")!;
  const from = new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
  const { days } = await read<SlotList>(`${publicUrl}/api/services/${id}/slots${inDays ? `?from=${from}` : ""}`);
  const booking = {
    requestId: randomUUID(),
    serviceId: id,
    startsAt:
      startsAt ??
      days
        .flatMap(({ slots }) => slots)
        .find((slot) => Date.parse(slot.startsAt) >= Date.now() + afterMinutes * 60_000)!.startsAt,
    language: "nl",
    citizen: { name, email: addressOf(name), phone: null },
    question: "Mag ik u iets vragen?",
    concerns: null,
    interpreterLanguage: interpreterLanguage ?? null,
  };
  const { link } = await read<BookedView>(`${publicUrl}/api/appointments`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: publicUrl },
    body: JSON.stringify(booking),
  });
  return link;
};

const read = async <Answer>(url: string, init?: RequestInit): Promise<Answer> => {
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${new URL(url).pathname}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
};
