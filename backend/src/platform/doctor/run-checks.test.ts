import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { type Finding, fault, ok } from "./finding.js";
import { createMask } from "./mask-secrets.js";
import { type Check, runChecks } from "./run-checks.js";

const told = async (checks: Check[]) => {
  const lines: string[] = [];
  await runChecks(checks, (name, { state, seen }) => void lines.push(`${name} ${state}: ${seen}`));
  return lines;
};
const check = (name: string, run: () => Promise<Finding>, more: Partial<Check> = {}): Check => ({
  name,
  limitSeconds: 5,
  run,
  ...more,
});

describe("the doctor's round of checks", () => {
  it("does not wait for one that hangs", async () => {
    const hangs = check("one", () => new Promise(() => undefined), { limitSeconds: 0.05 });
    const lines = await told([hangs, check("two", async () => ok("well"))]);
    expect(lines).to.deep.equal(["one not_checked: no answer within 0.05 s", "two ok: well"]);
  });

  it("tells a check that breaks off as a fault, and goes on", async () => {
    const breaks = check("one", async () => {
      throw new Error("boom");
    });
    const lines = await told([breaks, check("two", async () => ok("well"))]);
    expect(lines).to.deep.equal(["one fault: the check broke off: boom", "two ok: well"]);
  });

  it("leaves out what could only repeat an earlier fault", async () => {
    const below = check("two", async () => fault("also", "…"), { after: ["one"] });
    const lines = await told([check("one", async () => fault("away", "…")), below]);
    expect(lines[1]).to.equal("two not_checked: one is at fault: mend that first");
    expect(await told([below]), "alone").to.deep.equal(["two fault: also"]);
  });

  it("keeps secrets, tokens and passwords in addresses out of what is told", () => {
    const mask = createMask(["the-secret", undefined, ""]);
    const text = "the-secret eyJh.eyJi.c2ln smtp://balie:word@mail:587";
    expect(mask(text)).to.equal("… … smtp://balie:…@mail:587");
  });
});

describe("doctor.ts", function () {
  this.timeout(30_000);
  const run = (
    args: string[],
    env: NodeJS.ProcessEnv = {},
  ): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((resolve) => {
      const script = join(import.meta.dirname, "../../doctor.ts");
      const command = ["--import", "tsx", "--conditions=source", script, ...args];
      const options = { env: { PATH: process.env["PATH"], ...env } };
      execFile(process.execPath, command, options, (failure, stdout, stderr) =>
        resolve({ code: failure ? Number(failure.code) : 0, stdout, stderr }),
      );
    });

  it("works without any setting: says which are missing, and of every check that it was not made", async () => {
    const { code, stdout } = await run([]);
    const findings = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).to.equal(1);
    expect(findings[0].seen).to.include("DATABASE_URL: is missing");
    expect(findings.slice(1).map(({ state }) => state))
      .to.include.members(["not_checked"])
      .and.not.include("ok");
    for (const one of findings) expect(Object.keys(one)).to.deep.equal(["check", "state", "seen", "mend"]);
  });

  it("prints no secret", async () => {
    const address = "postgres://balie:the-database-password@127.0.0.1:3/balie";
    const { stdout } = await run(["--only", "settings,database"], {
      DATABASE_URL: address,
      APP_SECRET: "too-short-secret",
    });
    expect(stdout)
      .to.include("does not answer")
      .and.not.include("the-database-password")
      .and.not.include("too-short-secret");
  });

  it("ends with 2 when it is used in a wrong way", async () => {
    expect((await run(["--nonsense"])).code).to.equal(2);
    expect((await run(["--mail", "nobody"])).code).to.equal(2);
  });
});
