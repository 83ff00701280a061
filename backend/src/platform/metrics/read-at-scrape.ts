import { Gauge, type Registry } from "@prometheus-io/client";
import type { Exposition } from "../http/answer-metrics.js";

export type Reading = { name: string; value: number; labels?: Record<string, string> };
/** By name: what it means, and its labels. */
export type Gauges = Record<string, { help: string; labelNames?: string[] }>;

const patienceMs = 3_000;

/** Gauges whose values stand in the database, read once per scrape. Without an answer they are left out, and balie_database_up says why. */
export function readAtScrape(registry: Registry, gauges: Gauges, read: () => Promise<Reading[]>): Exposition {
  const up = new Gauge({
    name: "balie_database_up",
    help: "1 when the database answered this scrape.",
    registers: [registry],
  });
  const forget = (name: string) => {
    const gauge = byName.get(name)!;
    gauge.reset();
    // A gauge without labels is reset to 0, which would be a lie.
    if (!gauges[name]?.labelNames) gauge.remove();
  };
  const byName = new Map(
    Object.entries(gauges).map(([name, { help, labelNames = [] }]) => [
      name,
      new Gauge({ name, help, labelNames, registers: [registry] }),
    ]),
  );
  const refresh = async () => {
    const readings = await Promise.race([read(), silence()]).catch(() => null);
    up.set(readings ? 1 : 0);
    for (const name of byName.keys()) forget(name);
    for (const { name, value, labels = {} } of readings ?? []) byName.get(name)!.set(labels, value);
  };
  return {
    contentType: registry.contentType,
    read: async () => {
      await refresh();
      return registry.metrics();
    },
  };
}

const silence = () => new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref());
