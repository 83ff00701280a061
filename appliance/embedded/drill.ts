// npm run drill: what takes longer than a test. `npm run drill -- rivals` runs one; any other word is a part of the titles to
// run: `npm run drill -- mutations "no token"`.
import { MOCHA, runSteps, type Step } from "./steps.ts";

const drill = (name: string, heading: string, file: string, needs: Step["needs"] = []): Step => ({
  name,
  heading,
  command: [...MOCHA, "--timeout", "600000"],
  isMocha: true,
  files: [file],
  needs,
});

const STEPS: Step[] = [
  {
    name: "shell",
    heading: "Form of the operator's commands",
    command: ["shellcheck", "--check-sourced"],
    files: ["appliance/{configure,doctor,backup,restore,upgrade,save-images}"],
    needs: ["shellcheck"],
  },
  drill("rivals", "200 bookings of one slot", "backend/drill/rival-bookings.drill.ts"),
  drill("kills", "kill -9 during bookings and reminders", "backend/drill/kills.drill.ts"),
  drill("hunts", "20 searches for an interpreter, the worker killed", "backend/drill/hunts.drill.ts", ["postgres"]),
  drill("firefox", "The call in Firefox", "frontend/e2e/firefox.story.ts", ["prosody", "chromium-shell", "firefox"]),
  drill("lines", "Bad lines: cuts and lost packets", "frontend/drill/bad-lines.drill.ts", [
    "prosody",
    "chromium-shell",
    "iptables",
  ]),
  drill("mutations", "Guards taken away: the backend's", "backend/drill/mutations.drill.ts", ["postgres"]),
  drill("turn", "The doctor and Debian's coturn", "backend/drill/turn.drill.ts", ["coturn"]),
  drill("alerts", "Alerts by Prometheus' own tool", "appliance/monitoring/alerts.drill.ts", ["prometheus"]),
  {
    name: "module-mutations",
    heading: "Guards taken away: Prosody's",
    command: ["node", "--import", "tsx", "jitsi-config/test/run-mutations.ts"],
    takesTitle: true,
    needs: ["prosody"],
  },
];

await runSteps(STEPS, process.argv.slice(2));
