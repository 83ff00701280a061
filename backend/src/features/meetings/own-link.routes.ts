import { arrivalView, type CallTokenView } from "@balie/contract/meetings";
import type { EntityManager } from "typeorm";
import type { z } from "zod";
import type { Config } from "../../config.js";
import type { Context } from "../../platform/context.js";
import { type Access, type ActorOf, doneThen, route } from "../../platform/http/route.js";
import type { ArrivedByLink, Arriving } from "./hold-own-link.js";
import { arriving, callToken, keepArrival } from "./meetings.routes.js";
import { loadShown, type OwnLinkPages, type Shown } from "./own-link-pages.js";

type Coming<L extends Access, A extends Access, I extends z.ZodType> = {
  pages: OwnLinkPages<A, I>;
  /** Where who holds the link arrives. */
  arrival: { path: string; access: L };
  cookieName: (id: string) => string;
  arrive: (
    context: Context<ActorOf[L]>,
    arriving: Arriving,
    cookieOf: (id: string) => string | undefined,
  ) => Promise<ArrivedByLink>;
  issueToken: (context: Context<ActorOf[A]>, tabId: string, config: Config) => Promise<CallTokenView>;
  depart: (context: Context<ActorOf[A]>, shown: Shown) => Promise<void>;
};

/** What somebody asks for who comes by a link of their own: to arrive, to enter the call, to go away. */
export function ownLinkRoutes<L extends Access, A extends Access, I extends z.ZodType>(
  { pages, arrival, cookieName, arrive, issueToken, depart }: Coming<L, A, I>,
  config: Config,
) {
  const { path, access, input, shownOf } = pages;
  const view = async (db: EntityManager, shown: Shown) => (await loadShown(db, pages, [shown]))[0]!.view;
  return [
    route({
      method: "POST",
      ...arrival,
      ...arriving,
      run: async (context, asked, http) => {
        const { link, newToken } = await arrive(context, asked, (id) => http.cookie(cookieName(id)));
        if (newToken) keepArrival(http, cookieName(link.id), newToken, link.meeting.appointment, context.now);
        return view(context.db, { id: link.id, tabId: asked.tabId });
      },
    }),
    route({
      method: "POST",
      path: `${path}/call-token`,
      access,
      ...callToken,
      input,
      run: (context, asked) => issueToken(context, shownOf(asked).tabId, config),
    }),
    route({
      method: "POST",
      path: `${path}/departure`,
      access,
      input,
      output: arrivalView,
      run: doneThen(
        (context, asked) => depart(context, shownOf(asked)),
        ({ db }, asked) => view(db, shownOf(asked)),
      ),
    }),
  ];
}
