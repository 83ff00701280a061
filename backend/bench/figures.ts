/** What the benches share: figures that a noisy machine cannot bend, and one line for each. */

export const percentile = (figures: readonly number[], share: number): number =>
  [...figures].sort((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))] ?? Number.NaN;

export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

export type Figure = {
  name: string;
  unit: string;
  ours: number;
  /** The bare thing of the same run, and what it is. */
  baseline?: { of: string; figure: number };
  /** Of rounds in turns: the median of their ratios, which the machine's moods cancel out of. Else ours to baseline. */
  ratio?: number;
  /** Left out: a figure to know, not to keep. */
  budget?: { of: "ours" | "ratio" } & ({ atMost: number } | { atLeast: number });
};

/** Prints one line; over budget, the bench ends with exit code 1. */
export function report({ name, unit, ours, baseline, budget, ...given }: Figure): void {
  const ratio = given.ratio ?? ours / (baseline?.figure ?? Number.NaN);
  const parts = [
    `ours ${written(ours)} ${unit}`,
    ...(baseline ? [`${baseline.of} ${written(baseline.figure)} ${unit}`] : []),
  ];
  const limit = budget && ("atMost" in budget ? `at most ${budget.atMost}` : `at least ${budget.atLeast}`);
  const wanted = budget
    ? ` (budget: ${budget.of === "ratio" ? "ratio " : ""}${limit}${budget.of === "ratio" ? "" : ` ${unit}`})`
    : "";
  const measured = budget?.of === "ours" ? ours : ratio;
  const isKept = !budget || ("atMost" in budget ? measured <= budget.atMost : measured >= budget.atLeast);
  console.log(
    `${name}: ${parts.join(", ")}${baseline ? `; ratio ${ratio.toFixed(2)}` : ""}${wanted}${isKept ? "" : "  OVER BUDGET"}`,
  );
  if (!isKept) process.exitCode = 1;
}

const written = (figure: number): string =>
  Math.abs(figure) < 10 ? figure.toFixed(2) : figure.toFixed(figure < 100 ? 1 : 0);
