import { z } from "zod";
import { clerkRole } from "./clerks.js";
import type { Localised } from "./languages.js";

/** The operator's list of counters, services and clerks (`administer --apply`). Keys say which is which from one time to the next, so names may change. */

/** Dutch is enough: a language that is left out gets the Dutch text, so that no page or mail has a hole. */
const textUpTo = (most: number) => {
  const words = z.string().trim().min(1).max(most);
  return z
    .strictObject({ nl: words, fr: words.optional(), de: words.optional(), en: words.optional() })
    .transform(({ nl, fr = nl, de = nl, en = nl }): Localised => ({ nl, fr, de, en }));
};
const text = textUpTo(500);
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "needs small letters, digits and hyphens, 40 at most");

/** In ISO's order: the first is weekday 1. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "needs a time like 09:00");
const day = z.iso.date("needs a day like 2026-12-25");

const hours = z
  .strictObject({ days: z.array(z.enum(weekdays)).min(1), from: clockTime, until: clockTime })
  .refine(({ from, until }) => until > from, { path: ["until"], message: "must be later than from" });
const closure = z
  .strictObject({ from: day, until: day })
  .refine(({ from, until }) => until >= from, { path: ["until"], message: "must not be before from" });

/** As a browser writes it. A name or password in it would hide where it leads. */
const webPage = z
  .url({ protocol: /^https$/, normalize: true, error: "needs a whole address that begins with https://" })
  .max(1000)
  .refine((url) => !/^https:\/\/[^/?#]*@/i.test(url), "must not have a name or password in it");
/** Short enough for a line of the chat, title and address together. */
const pageInFile = z.strictObject({ title: textUpTo(120), url: webPage });

const serviceInFile = z
  .strictObject({
    key,
    name: text,
    description: text,
    bring: text.nullable().default(null),
    durationMinutes: z.int().min(5).max(240),
    bufferMinutes: z.int().min(0).max(120).default(0),
    isOffered: z.boolean().default(true),
    /** What clerks can show in a call. */
    pages: z.array(pageInFile).max(20).default([]),
  })
  .superRefine(({ pages }, context) => {
    tellDoubles(
      context,
      ["pages"],
      pages.map(({ url }) => url),
    );
  });
export type ServiceInFile = z.output<typeof serviceInFile>;

const counterInFile = z
  .strictObject({
    key,
    name: text,
    /** Appointments that can run at once. */
    capacity: z.int().min(1).max(100),
    slotMinutes: z.int().min(5).max(240).default(15),
    noticeMinutes: z.int().min(0).max(43_200).default(60),
    horizonDays: z.int().min(1).max(400).default(60),
    hours: z.array(hours).min(1),
    closures: z.array(closure).default([]),
    services: z.array(serviceInFile),
  })
  .superRefine(({ services, hours: stretches }, context) => {
    tellDoubles(
      context,
      ["services"],
      services.map((service) => service.key),
    );
    for (const position of overlapping(stretches))
      context.addIssue({ code: "custom", path: ["hours", position], message: "overlaps with hours above it" });
  });
export type CounterInFile = z.output<typeof counterInFile>;

const clerkInFile = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().min(1).max(120),
  role: clerkRole.default("clerk"),
  /** Keys of counters; an administrator works at all of them. */
  counters: z.array(z.string()).default([]),
  isActive: z.boolean().default(true),
  /** May have interpreters phoned. */
  phonesInterpreters: z.boolean().default(true),
});
export type ClerkInFile = z.output<typeof clerkInFile>;

export const municipalityFile = z
  .strictObject({ counters: z.array(counterInFile), clerks: z.array(clerkInFile).default([]) })
  .superRefine(({ counters, clerks }, context) => {
    const keys = counters.map((counter) => counter.key);
    tellDoubles(context, ["counters"], keys);
    tellDoubles(
      context,
      ["clerks"],
      clerks.map(({ email }) => email),
    );
    for (const [position, clerk] of clerks.entries())
      for (const [place, wanted] of clerk.counters.entries())
        if (!keys.includes(wanted))
          context.addIssue({
            code: "custom",
            path: ["clerks", position, "counters", place],
            message: `is no counter's key: ${wanted}`,
          });
  });
export type MunicipalityFile = z.output<typeof municipalityFile>;
export type MunicipalityFileInput = z.input<typeof municipalityFile>;

function tellDoubles(context: z.RefinementCtx, path: string[], names: string[]) {
  for (const [position, name] of names.entries())
    if (names.indexOf(name) < position)
      context.addIssue({ code: "custom", path: [...path, position], message: `is there twice: ${name}` });
}

type Hours = z.output<typeof hours>;
const overlapping = (stretches: Hours[]): number[] =>
  stretches.flatMap((one, position) => {
    const isOverlap = (other: Hours) =>
      other.from < one.until && one.from < other.until && other.days.some((name) => one.days.includes(name));
    return stretches.slice(0, position).some(isOverlap) ? [position] : [];
  });
