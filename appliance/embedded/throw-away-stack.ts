import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StackOptions } from "./scene.ts";
import { type Stack, startStack } from "./stack.ts";

/** The whole embedded mode in a folder of its own, on free ports; ended and wiped by `stop`. For drills, stories and benches. */
export async function startThrowAwayStack(options: Partial<StackOptions> = {}): Promise<Stack> {
  const home = await mkdtemp(join(tmpdir(), "balie-throw-away-"));
  const stack = await startStack({ home, ...options });
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
