import type { Roster } from "@balie/contract/guests";
import type { Standing } from "../company/roster.rules.js";
import { isUnheard } from "../company/roster.rules.js";

/** What everybody in the call is told about one interpreter. */
export type InterpreterNotice =
  /** Their telephone rings, or the next one's will, or they dial in: the citizen reads it before anybody listens. */
  | { readonly what: "rung"; readonly language: string }
  /** They were mailed a link. Once they wait, the page also tells who it is, as of every guest. */
  | { readonly what: "expected"; readonly language: string }
  | { readonly what: "seen"; readonly id: string; readonly name: string; readonly language: string }
  | { readonly what: "in" | "unheard"; readonly id: string; readonly name: string; readonly language: string };

/** Who leads reads of it beside the call, step by step, and here only what is not to be heard. */
export const interpreterNotices = (roster: Roster, standing: Standing | null): readonly InterpreterNotice[] => {
  const interpreters = roster.flatMap(({ role, userId: id, name, language, isAnnounced, isByPhone }) =>
    role === "interpreter" && language !== null ? [{ id, name, language, isAnnounced, isByPhone }] : [],
  );
  const awaited = (byPhone: boolean) =>
    new Set(
      interpreters
        .filter(({ isAnnounced, isByPhone }) => isAnnounced && isByPhone === byPhone)
        .map(({ language }) => language),
    );
  const here = interpreters.filter(({ isAnnounced }) => !isAnnounced);
  const unheard = isUnheard(standing, { role: "interpreter" });
  // Whoever reads it by video themselves knows it.
  const told = here.filter(({ isByPhone }) => isByPhone || standing?.role !== "interpreter");
  const whatOf = (isByPhone: boolean) => (isByPhone ? (unheard ? "unheard" : "in") : "seen");
  const all: readonly InterpreterNotice[] = [
    ...told.map(({ id, name, language, isByPhone }) => ({ what: whatOf(isByPhone), id, name, language }) as const),
    ...[...awaited(true)].map((language) => ({ what: "rung", language }) as const),
    ...[...awaited(false)].map((language) => ({ what: "expected", language }) as const),
  ];
  return standing?.role === "clerk" ? all.filter((notice) => notice.what === "unheard") : all;
};
