// npm test: everything that can be shown here, in order. `npm test -- lint types` runs these steps alone; any other word is a
// part of the test titles to run: `npm test -- tests "a citizen cancels"`.
import os from "node:os";
import { MOCHA, runSteps, type Step } from "./steps.ts";

const BIOME = "node_modules/@biomejs/cli-linux-x64/biome";
const RULES = ["depcruise", "--config", ".dependency-cruiser.cjs", "contract", "backend", "frontend", "appliance"];

/** A story fills a processor and a half, with two or three people's pictures and a whole stack: two of them on two would each take
    nearly twice as long. */
const cores = Math.min(8, os.availableParallelism());

/** These count frames, milliseconds or samples: beside another story they would count that one too. */
const measuring = ["counter", "seeing", "sound", "text"];
const stories = {
  name: "stories",
  command: [...MOCHA, "--timeout", "120000"],
  isMocha: true,
  isBuilt: true,
  needs: ["postgres", "prosody", "chromium", "chromium-shell", "coturn"],
} satisfies Partial<Step>;

const STEPS: Step[] = [
  { name: "lint", heading: "Form and lint", command: [BIOME, "ci", "--error-on-warnings", "."] },
  { name: "types", heading: "Types of what runs", command: ["tsc", "-b", "contract", "backend"] },
  { name: "test-types", heading: "Types of the tests", command: ["tsc", "--noEmit", "-p", "."] },
  { name: "page-types", heading: "Types of the pages", command: ["tsc", "--noEmit", "-p", "frontend"] },
  { name: "story-types", heading: "Types of the stories", command: ["tsc", "--noEmit", "-p", "frontend/e2e"] },
  { name: "module-types", heading: "Types of the modules' tests", command: ["tsc", "--noEmit", "-p", "jitsi-config"] },
  {
    name: "appliance-types",
    heading: "Types of the appliance",
    command: ["tsc", "--noEmit", "-p", "appliance/tsconfig.json"],
  },
  { name: "rules", heading: "Who may import whom", command: RULES },
  {
    name: "tests",
    heading: "Rules, verbs, routes, modules and the appliance",
    command: [...MOCHA, "--timeout", "20000"],
    isMocha: true,
    lanes: cores,
    files: [
      ".ci/*.test.ts",
      "contract/**/*.test.ts",
      "backend/**/*.test.ts",
      "frontend/src/**/*.test.ts",
      "jitsi-config/test/**/*.test.ts",
      "appliance/**/*.test.ts",
    ],
    needs: ["postgres", "prosody", "coturn"],
  },
  {
    ...stories,
    heading: "Stories in the browser",
    lanes: Math.floor(cores / 2),
    files: [`frontend/e2e/!(firefox|${measuring.join("|")}).story.ts`],
  },
  {
    ...stories,
    heading: "Stories that measure, one after the other",
    files: [`frontend/e2e/@(${measuring.join("|")}).story.ts`],
  },
];

await runSteps(STEPS, process.argv.slice(2));
