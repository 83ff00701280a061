import { describeFailure } from "./describe-failure.js";
import { type Finding, fault, notChecked } from "./finding.js";

export type Check = {
  name: string;
  /** Whoever has not answered by then is told as such; the others go on. */
  limitSeconds: number;
  /** When one of these is at fault, this one could only repeat it. */
  after?: string[];
  run: () => Promise<Finding>;
};

/** Runs all at once and tells them in their own order, each as soon as those before it are told. */
export async function runChecks(checks: Check[], tell: (name: string, finding: Finding) => void): Promise<Finding[]> {
  const findings = new Map<string, Promise<Finding>>();
  for (const check of checks) findings.set(check.name, runAfter(check, findings));
  for (const [name, finding] of findings) tell(name, await finding);
  return Promise.all(findings.values());
}

/** A check stands below those it waits for; one that was not chosen holds nobody up. */
async function runAfter(check: Check, earlier: Map<string, Promise<Finding>>): Promise<Finding> {
  for (const name of check.after ?? []) {
    const finding = await earlier.get(name);
    if (finding?.state === "fault") return notChecked(`${name} is at fault: mend that first`);
  }
  return within(check);
}

async function within({ limitSeconds, run }: Check): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Finding>((resolve) => {
    const late = notChecked(`no answer within ${limitSeconds} s`);
    timer = setTimeout(() => resolve(late), limitSeconds * 1_000);
  });
  const finding = run().catch((failure: unknown) =>
    fault(`the check broke off: ${describeFailure(failure)}`, "Report this line to the makers of Balie."),
  );
  return Promise.race([finding, limit]).finally(() => clearTimeout(timer));
}
