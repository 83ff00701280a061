import type { Beside } from "./hear-rooms.js";

/** Several features that hear of the rooms, one after the other. */
export const hearTogether = (all: readonly Beside[]): Beside => ({
  heard: async (context, event) => {
    for (const { heard } of all) await heard(context, event);
  },
  listed: async (context, rooms) => {
    for (const { listed } of all) await listed(context, rooms);
  },
  knows: async (db, room, userId) => {
    for (const { knows } of all) if (await knows?.(db, room, userId)) return true;
    return false;
  },
});
