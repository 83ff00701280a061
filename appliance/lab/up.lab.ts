import { expect } from "chai";
import { ask, forgetAuthority } from "./support/ask.ts";
import { book, send } from "./support/citizen.ts";
import { command } from "./support/command.ts";
import { compose, DOMAIN, FOLDER, fillDemo, install, start } from "./support/site.ts";

interface Container {
  Service: string;
  State: string;
  Health: string;
  ExitCode: number;
}

const containers = async (): Promise<Container[]> =>
  (await compose(["ps", "-a", "--format", "json"]))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("docker compose up", () => {
  it("without settings says in one sentence to run configure", async () => {
    const bare = await command("docker", ["compose", "-f", "docker-compose.yml", "up", "-d"], {
      cwd: process.cwd(),
      env: { COMPOSE_DISABLE_ENV_FILE: "1" },
    }).then(
      () => "it started",
      (fault: Error) => fault.message,
    );
    // Compose may name several settings; each line says what to do.
    const [, ...lines] = bare.trim().split("\n");
    for (const line of lines) expect(line).to.include("Run appliance/configure first");
    expect(lines).not.to.be.empty;
  });

  it("brings a fresh clone from configure to healthy within a minute", async () => {
    await compose(["down", "-v"]).catch(() => undefined);
    await install();
    // Built before from the same files: this shows that the README's command does it.
    await compose(["build"]);
    const startedAt = Date.now();
    await start();
    const seconds = (Date.now() - startedAt) / 1000;
    console.log(`      cold start to healthy: ${seconds.toFixed(1)} s`);
    expect(seconds).to.be.below(60);
    for (const { Service, State, Health, ExitCode } of await containers()) {
      const isDone = State === "exited" && ExitCode === 0;
      expect(isDone || Health === "healthy" || Service === "mail", `${Service}: ${State} ${Health}`).to.equal(true);
    }
  });

  it("accepts every profile", async () => {
    for (const profile of ["database", "phone", "monitoring"])
      await command("docker", ["compose", "--profile", profile, "config", "-q"], { cwd: FOLDER });
  });

  it("tells a citizen who comes before it is set up that it is not ready", async () => {
    const { status, body } = await ask("/api/municipality");
    expect([status, JSON.parse(body).code]).to.deep.equal([503, "not_set_up"]);
  });

  it("gives the first administrator a link that works once, through Caddy", async () => {
    const out = await compose(["run", "--rm", "-T", "app", "node", "backend/dist/administer.js"]);
    const token = new RegExp(`https://${DOMAIN}/welcome/([\\w-]{43})`).exec(out)?.[1] ?? "";
    const account = { name: "Bea Heer", password: "paard batterij nietje" };
    const accept = () => send("/api/welcome", account, { authorization: `Bearer ${token}` });
    expect(JSON.parse((await accept()).body)).to.include({ name: "Bea Heer", role: "admin" });
    expect((await accept()).status).to.equal(410);
    const session = await send("/api/clerk-session", {
      email: "ict@voorbeeldegem.example",
      password: account.password,
    });
    expect(session.status).to.equal(200);
  });

  it("is open for citizens with the starter's counter", async () => {
    await compose(["run", "--rm", "-T", "app", "node", "backend/dist/administer.js", "--starter"]);
    expect((await book()).token).to.have.length(43);
  });

  it("begins anew with the demo municipality, for what follows", async () => {
    await compose(["down", "-v"]);
    forgetAuthority();
    await start();
    await fillDemo();
    expect((await book()).token).to.have.length(43);
  });
});
