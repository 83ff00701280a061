import type { ArrivalView } from "@balie/contract/meetings";
import { type EntityManager, type EntityTarget, In } from "typeorm";
import type { z } from "zod";
import type { Access } from "../../platform/http/route.js";
import { loadRoster } from "./load-roster.js";
import type { PageHolder } from "./note-presence.js";
import type { OwnLink } from "./own-link.entity.js";
import type { Standing } from "./own-link.rules.js";
import { viewOwnLink } from "./own-link.view.js";

/** One page: by the link it came by, and the tab. */
export type Shown = { id: string; tabId: string };

/** The pages of those who come by one kind of own link. */
export type OwnLinkPages<A extends Access, I extends z.ZodType> = {
  holder: PageHolder;
  kind: EntityTarget<OwnLink>;
  /** What one page asks for stands below it. */
  path: string;
  access: A;
  input: I;
  shownOf: (input: z.output<I>) => Shown;
  /** In the words of a citizen's page. */
  presenceOf: (link: Standing) => ArrivalView["state"];
};

/** What these pages show. A link that is gone is left out. */
export async function loadShown(
  db: EntityManager,
  { kind, presenceOf }: Pick<OwnLinkPages<Access, z.ZodType>, "kind" | "presenceOf">,
  asked: Shown[],
): Promise<(Shown & { view: ArrivalView })[]> {
  const links = await db.find(kind, {
    where: { id: In(asked.map(({ id }) => id)) },
    relations: { guest: true, meeting: { clerk: true, appointment: true } },
  });
  const rosters = await loadRoster(db, [...new Set(links.map(({ meetingId }) => meetingId))]);
  const byId = new Map(links.map((link) => [link.id, link]));
  return asked.flatMap(({ id, tabId }) => {
    const link = byId.get(id);
    if (!link) return [];
    const people = [...(rosters.get(link.meetingId) ?? [])];
    return [{ id, tabId, view: viewOwnLink(link, presenceOf(link), people, tabId) }];
  });
}
