// npm run lab: the appliance in a private engine, in order; `npm run lab -- up story` runs some. Started by appliance/lab/run, which
// brings the engine and the images.
import { MOCHA, runSteps, type Step } from "../embedded/steps.ts";

const { LAB_ADDRESS: address, LAB_FOLDER: folder } = process.env;
if (!address || !folder) throw new Error("Start the lab by appliance/lab/run.");

const part = (name: string, heading: string, file: string, more: Partial<Step> = {}): Step => ({
  name,
  heading,
  command: [...MOCHA, "--timeout", "180000"],
  isMocha: true,
  files: [file],
  ...more,
});

const STORY = "frontend/e2e/counter.story.ts";
const onStory: Partial<Step> = { needs: ["chromium-shell"], env: { LAB: "1" } };

const STEPS: Step[] = [
  part("up", "From a clone to healthy", "appliance/lab/up.lab.ts"),
  part("outside", "What is reached from outside", "appliance/lab/outside.lab.ts"),
  part("story", "A visit through Caddy", STORY, onStory),
  part("rooms", "Rooms and telephones", "appliance/lab/rooms.lab.ts"),
  part("turn", "TURN", "appliance/lab/turn.lab.ts"),
  part("backup", "Backup, drill and restore", "appliance/lab/backup.lab.ts"),
  part("rotation", "Secrets renewed while it runs", "appliance/lab/rotation.lab.ts"),
  part("call-again", "A visit with the new secrets", STORY, onStory),
  part("mail", "Mail servers of each kind", "appliance/lab/mail.lab.ts"),
  part("endure", "What ends hard comes back", "appliance/lab/endure*.lab.ts"),
  part("own-database", "A PostgreSQL of the municipality's own", "appliance/lab/own-database.lab.ts"),
  part("upgrade", "Upgrade, and back by itself", "appliance/lab/upgrade.lab.ts"),
  part("doctor", "The doctor, with faults planted", "appliance/lab/doctor.lab.ts"),
  part("footprint", "Memory, images, users, secrets", "appliance/lab/footprint.lab.ts"),
  part("monitoring", "Seen from outside: metrics, alerts", "appliance/lab/monitoring.lab.ts"),
  part("tls", "Certificates: own, the proxy's, by ACME and renewed", "appliance/lab/tls.lab.ts"),
  part("ansible", "Fresh servers by Ansible", "appliance/lab/ansible.lab.ts"),
];

await runSteps(STEPS, process.argv.slice(2));
