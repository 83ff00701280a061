import { readFileSync } from "node:fs";
import path from "node:path";

/** Names and samples of an exposition in Prometheus' text format. */
export function parseMetrics(text: string): { names: string[]; value: (sample: string) => number | undefined } {
  const samples = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [, sample, value] = /^([^#\s][^ ]*(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
    if (sample) samples.set(sample, Number(value));
  }
  return {
    names: [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!),
    value: (sample) => samples.get(sample),
  };
}

/** The names in docs/metrics.md of these processes. */
export function documentedMetrics(...of: string[]): string[] {
  const text = readFileSync(path.join(import.meta.dirname, "../../docs/metrics.md"), "utf8");
  return [...text.matchAll(/^\| `(\w+)` \|[^|]*\| (\w+) \|/gm)].flatMap(([, name, who]) =>
    of.includes(who!) ? [name!] : [],
  );
}
