// npm run bench: figures, each beside a bare baseline of the same run. `npm run bench -- bookings` runs one.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { build } from "./build.ts";
import { type Need, whatStaysMissing } from "./needs.ts";
import { ROOT } from "./scene.ts";

const files = fs
  .globSync(["{backend,frontend,jitsi-config}/bench/*.bench.ts", "appliance/embedded/*.bench.ts"], { cwd: ROOT })
  .sort()
  .filter((file) => {
    const words = process.argv.slice(2);
    return words.length === 0 || words.some((word) => file.includes(word));
  });

await build({ root: ROOT, say: console.log });
const needs: Need[] = files.some((file) => file.startsWith("frontend/")) ? ["prosody", "chromium-shell"] : ["prosody"];
const { advice } = await whatStaysMissing(needs);
if (advice.length > 0) {
  console.error(advice.map((sentence) => `${sentence}.`).join("\n"));
  process.exit(1);
}
let missed = 0;
for (const file of files) {
  console.log(`\n── ${file}`);
  missed += (await run(file)) ? 0 : 1;
}
console.log(`\n${files.length - missed} passed, ${missed} failed`);
process.exit(missed ? 1 : 0);

function run(file: string): Promise<boolean> {
  const env = {
    ...process.env,
    PATH: [path.dirname(process.execPath), path.join(ROOT, "node_modules/.bin"), process.env.PATH].join(path.delimiter),
  };
  const args = ["--import", "tsx", "--conditions=source", file];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "inherit", "inherit"] });
    child.once("close", (code) => resolve(code === 0));
  });
}
