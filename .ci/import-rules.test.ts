import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";

const root = resolve(import.meta.dirname, "..");
const config = join(root, ".dependency-cruiser.cjs");
const { forbidden } = createRequire(import.meta.url)(config) as { forbidden: { name: string }[] };
const folder = join(root, ".balie", "planted");
const order = [
  "clerks",
  "counters",
  "services",
  "availability",
  "appointments",
  "device-checks",
  "meetings",
  "kiosk",
  "documents",
  "company",
  "helpers",
  "interpreters",
  "interpreting",
  "test-calls",
  "reservations",
  "identity-checks",
  "outcomes",
  "surveys",
  "integrations",
  "impact",
  "privacy",
  "dial-in",
];
const feature = (name: string) => `backend/src/features/${name}/x.ts`;

/** One violation per rule: [rule, the file that breaks it, what it imports]. */
const planted: [rule: string, from: string, to: string][] = [
  ["no-cycles", "backend/src/platform/a.ts", "backend/src/platform/z-back.ts"],
  ["everything-resolves", "backend/src/platform/b.ts", "backend/src/platform/nowhere.ts"],
  ["contract-imports-zod-only", "contract/src/a.ts", "backend/src/platform/c.ts"],
  ["pure-files-stay-pure", "backend/src/features/clerks/a.rules.ts", "backend/src/features/clerks/sign.ts"],
  ["platform-knows-no-feature", "backend/src/platform/d.ts", feature("clerks")],
  ["only-http-files-import-koa", "backend/src/features/clerks/verb.ts", "node_modules/koa/index.js"],
  [
    "routes-import-verbs-not-the-database",
    "backend/src/features/clerks/a.routes.ts",
    "backend/src/platform/database/a.ts",
  ],
  ["composition-roots-are-not-imported", "backend/src/platform/e.ts", "backend/src/app.ts"],
  ["frontend-takes-types-from-the-contract", "frontend/src/platform/a.ts", "contract/src/b.ts"],
  ["frontend-platform-and-ui-know-no-feature", "frontend/src/ui/a.ts", "frontend/src/features/booking/a.ts"],
  ["frontend-features-stand-alone", "frontend/src/features/booking/b.ts", "frontend/src/features/survey/a.ts"],
  ["call-is-above-the-console", "frontend/src/features/call/a.ts", "frontend/src/features/counter/a.ts"],
  ["lib-jitsi-meet-only-in-call-jitsi", "frontend/src/features/call/b.ts", "node_modules/lib-jitsi-meet/index.js"],
  ["backend-and-frontend-are-strangers", "backend/src/platform/f.ts", "frontend/src/ui/b.ts"],
  ["frontend-and-backend-are-strangers", "frontend/src/ui/c.ts", "backend/src/platform/c.ts"],
  ...order
    .slice(0, -1)
    .map((name, position): [string, string, string] => [
      `${name}-imports-only-features-above`,
      `backend/src/features/${name}/up.ts`,
      feature(order[position + 1]!),
    ]),
];

describe("the import rules", function () {
  this.timeout(30_000);
  let found: Set<string>;

  before(async () => {
    await rm(folder, { recursive: true, force: true });
    for (const [, , to] of planted) {
      if (!to.includes("nowhere")) await plant(to, "export const planted = 1;\n");
    }
    for (const [, from, to] of planted)
      await plant(from, `import { planted } from "${relativeTo(from, to)}";\nexport const used = planted;\n`);
    await plant("backend/src/platform/z-back.ts", `import { used } from "./a.js";\nexport const planted = used;\n`);
    found = await violations();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("each have a planted violation, but for the last feature, below which there is none", () => {
    const names = forbidden.map(({ name }) => name).filter((name) => name !== "dial-in-imports-only-features-above");
    expect(planted.map(([rule]) => rule)).to.have.members(names);
  });
  for (const [rule, from, to] of planted) {
    it(`${rule} catches ${from} → ${to}`, () => expect([...found]).to.include(`${rule} ${from}`));
  }
});

const plant = async (file: string, text: string) => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
};

const relativeTo = (from: string, to: string) => {
  const up = "../".repeat(dirname(from).split("/").length);
  return `${up}${to.replace(/\.ts$/, ".js")}`;
};

async function violations(): Promise<Set<string>> {
  const cli = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [cli, "--config", config, "--output-type", "json", "contract", "backend", "frontend"];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((fault) => fault);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return new Set(summary.violations.map(({ rule, from }) => `${rule.name} ${from}`));
}
