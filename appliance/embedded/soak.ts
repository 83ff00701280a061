// npm run soak: stories and drills again and again; a flake shows here.
import { MOCHA, runSteps, type Step } from "./steps.ts";

const STEPS: Step[] = [
  {
    name: "story",
    heading: "The whole story, ten times",
    command: [...MOCHA, "--timeout", "1800000"],
    isMocha: true,
    files: ["frontend/e2e/counter.story.ts"],
    needs: ["prosody", "chromium-shell"],
    env: { REPEAT: "10" },
  },
  ...["first", "second", "third"].map(
    (time): Step => ({
      name: `kills-${time}`,
      heading: `kill -9 during bookings and reminders, the ${time} time`,
      command: [...MOCHA, "--timeout", "600000"],
      isMocha: true,
      files: ["backend/drill/kills.drill.ts"],
      needs: ["prosody"],
    }),
  ),
];

await runSteps(STEPS, process.argv.slice(2));
