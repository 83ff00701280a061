import { spawn } from "node:child_process";
import fs from "node:fs";
import { expect } from "chai";
import { startConfiguring } from "./test/configuring.ts";
import { NO_DOCKER, type OperatorFolder } from "./test/operator-folder.ts";

describe("configure", function () {
  this.timeout(30_000);
  const { begun, first, setting } = startConfiguring();
  let folder: OperatorFolder;
  beforeEach(() => {
    folder = begun();
  });

  describe("the dialogue at a terminal", () => {
    /** Answers each question when it is seen; Enter where nothing is planned. */
    const talk = (answers: Record<string, string | string[]>, args = "") =>
      new Promise<{ text: string; code: number | null }>((resolve) => {
        const child = spawn("script", ["-qfec", `appliance/configure ${args}`, "/dev/null"], {
          cwd: folder.path,
          env: { ...process.env, ...NO_DOCKER },
        });
        let text = "";
        let seen = 0;
        child.stdout.on("data", (chunk) => {
          text += chunk;
          const question = /(?:^|\n)([^\n]*(?:\]|hidden\)): )$/.exec(text.slice(seen))?.[1];
          if (!question) return;
          seen = text.length;
          const key = Object.keys(answers).find((start) => question.trim().startsWith(start));
          const answer = key ? answers[key]! : "";
          const next = Array.isArray(answer) ? (answer.shift() ?? "") : answer;
          child.stdin.write(next === "EOF" ? "\u0004" : `${next}\n`);
        });
        child.on("close", (code) => resolve({ text, code }));
      });
    const plain = {
      "Address of the counter": "balie.voorbeeldegem.be",
      "E-mail address of the admin": "ict@voorbeeldegem.be",
      "Mail server": "smtp://mail.be:25",
      "IPv4 address": "203.0.113.10",
    };

    it("asks in plain English, with defaults, and ends with the next command", async () => {
      const { text, code } = await talk({ ...plain });
      expect(code, text).to.equal(0);
      expect(text).to.include("Name of the municipality, as citizens read it [Gemeente Voorbeeldegem]: ");
      expect(text).to.include("Next: docker compose up -d");
      expect([setting("BALIE_DOMAIN"), setting("TZ") !== ""]).to.deep.equal(["balie.voorbeeldegem.be", true]);
      expect(text).to.not.include("SIP provider");
    });
    it("asks again after a wrong answer, and says how a good one looks", async () => {
      const { text, code } = await talk({ ...plain, "IPv4 address": ["203.0.113", "203.0.113.10"] });
      expect(code).to.equal(0);
      expect(text).to.include("That needs an IPv4 address, such as 203.0.113.10.");
      expect(setting("PUBLIC_IP")).to.equal("203.0.113.10");
    });
    it("asks the mail server's password apart, does not show it, and writes it so that it works in an address", async () => {
      const { text } = await talk({ ...plain, "Mail server": "smtp://user@mail.be:587", Password: "p@ss/wörd" });
      expect(folder.read("secrets/smtp_url")).to.equal("smtp://user:p%40ss%2Fw%C3%B6rd@mail.be:587");
      expect(text).to.not.include("p@ss");
    });
    it("has what is set as the default; Enter throughout changes nothing, a dash empties", async () => {
      await first({ phone: "09 123 45 67", "mail-server": "smtp://user:geheim@mail.be:587" });
      const before = folder.snapshot();
      const { text } = await talk({});
      expect(text).to.include("[09 123 45 67]").and.include("[smtp://user:…@mail.be:587]").and.not.include("geheim");
      expect(text).to.include("Nothing changed");
      expect(folder.snapshot()).to.deep.equal(before);
      await talk({ "Telephone number": "-" });
      expect(setting("MUNICIPALITY_PHONE")).to.equal("");
    });
    it("asks nothing when a flag says what to change", async () => {
      await first();
      const { text, code } = await talk({}, "--phone 0912345");
      expect([code, text.includes("[")]).to.deep.equal([0, false]);
    });
    it("that is broken off changes nothing", async () => {
      const { text, code } = await talk({ ...plain, "Mail server": "EOF" });
      expect([code, text.includes("Broken off: nothing was changed.")]).to.deep.equal([1, true]);
      expect(fs.existsSync(folder.file(".env"))).to.equal(false);
    });
  });
});
