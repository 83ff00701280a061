// A room in which bridges or telephone gateways wait; jicofo picks the one with least to do.
import { type Client, type Element, xml } from "@xmpp/client";
import { muc, roomOf } from "./serve-xmpp.ts";

export interface Brewery {
  enter: () => Promise<void>;
  /** @returns the occupant's address, or undefined when nobody waits. */
  pick: () => string | undefined;
  count: () => number;
}

export function watchBrewery(xmpp: Client, address: string, load: string, onComing = () => {}): Brewery {
  const waiting = new Map<string, number>();
  xmpp.on("stanza", (stanza) => {
    const from = stanza.attrs["from"] ?? "";
    if (!stanza.is("presence") || roomOf(from) !== address) return;
    const stats = statsIn(stanza);
    if (stanza.attrs["type"] === "unavailable") waiting.delete(from);
    else if (stats) {
      const isNew = !waiting.has(from);
      waiting.set(from, Number(stats[load] ?? 0));
      if (isNew) onComing();
    }
  });
  return {
    enter: () => xmpp.send(xml("presence", { to: `${address}/focus` }, muc())),
    pick: () => [...waiting].sort((one, other) => one[1] - other[1])[0]?.[0],
    count: () => waiting.size,
  };
}

function statsIn(presence: Element): Record<string, string | undefined> | undefined {
  const stats = presence.getChild("stats")?.getChildren("stat");
  return stats && Object.fromEntries(stats.map(({ attrs }) => [attrs["name"], attrs["value"]]));
}
