import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { pino } from "pino";
import { type CookieJar, startTestApp, type TestApp } from "../../../test/app.js";
import { code } from "../../../test/calls.js";
import { startDialIns } from "../../../test/dial-ins.js";
import { buildMunicipality, signIn } from "../../../test/factories.js";
import { menuSecret, unknown } from "../../../test/voice-menu.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("a dial-in", () => {
  const dialIns = startDialIns(now);
  const { query, bookForNow, environment, newCaller, request, type, allowed, wrong, roomOf } = dialIns;
  let app: TestApp;
  let clerk: CookieJar;

  before(() => {
    ({ app, clerk } = dialIns.begun());
  });

  describe("the voice menu", () => {
    it("is known by its secret alone: missing, wrong, another scheme, a clerk's cookie", async () => {
      const { pin } = await allowed();
      for (const authorization of [
        "",
        `Bearer ${"w".repeat(48)}`,
        "Bearer ",
        `Basic ${menuSecret}`,
        menuSecret,
        `bearer ${menuSecret}`,
      ])
        expect(code(await type(pin, newCaller(), authorization)), authorization).to.equal("401 unauthenticated");
      const asClerk = await app.call("POST", "/api/dial-in", { jar: clerk, body: { pin } });
      expect(code(asClerk)).to.equal("401 unauthenticated");
      expect((await type(pin)).status).to.equal(200);
    });
    it("is no browser: it says nothing of where it comes from", async () => {
      const { pin } = await allowed();
      const answer = await fetch(`${app.url}/api/dial-in`, {
        method: "POST",
        headers: { Authorization: `Bearer ${menuSecret}`, "Content-Type": "application/json" },
        body: JSON.stringify({ pin }),
      });
      expect(answer.status).to.equal(200);
    });
    it("of Asterisk asks by our script: the room for the right PIN, why not for another, and where a citizen waits", async () => {
      const { meeting, pin } = await allowed();
      const settings = join(mkdtempSync(join(tmpdir(), "balie-voice-menu-")), "balie.curl");
      writeFileSync(settings, `url = "${app.url}/api/dial-in"\nheader = "Authorization: Bearer ${menuSecret}"\n`);
      const script = resolve(import.meta.dirname, "../../../../appliance/voice-menu/balie-pin");
      const ask = async (typed: string, second = newCaller(), ...rest: string[]): Promise<Record<string, string>> => {
        const asked = promisify(execFile)(script, [typed, second, ...rest], {
          env: { ...process.env, BALIE_CURL: settings },
        });
        asked.child.stdin!.end(`agi_request: balie-pin\nagi_callerid: 470123456\n\n${"200 result=1\n".repeat(8)}`);
        return Object.fromEntries((await asked).stdout.trim().split("\n").map(readVariable));
      };
      const readVariable = (line: string) => /^SET VARIABLE BALIE_([A-Z]+) "([^"]*)"$/.exec(line)!.slice(1, 3);
      const nothing = { PLACE: "", POSITION: "", SAY: "", LANGUAGE: "", TICKET: "", AGAIN: "" };
      const setTo = (room: string, status: string) => ({ ...nothing, ROOM: room, STATUS: status });
      expect(await ask(wrong(pin))).to.deep.equal(setTo("", "404"));
      expect(await ask(`${pin}#`)).to.deep.equal(setTo(`${await roomOf(meeting)}@muc.meet.jitsi`, "200"));
      expect(await ask(pin)).to.deep.equal(setTo("", "404"));

      app.clock.now = now;
      await query("update meeting set status = 'ended', ended_at = $1 where status = 'waiting'", [now]);
      const booked = await bookForNow();
      const { pin: citizens } = (
        await app.call("POST", `/api/meetings/${booked.meetingId}/citizen-pin`, { jar: clerk, body: {} })
      ).json;
      expect(await ask(citizens)).to.deep.equal(setTo("", "409"));
      const waits = await ask(citizens, newCaller(), "wait");
      expect(waits).to.include({ ROOM: "", PLACE: "queue", POSITION: "1", LANGUAGE: "nl", AGAIN: "5", STATUS: "200" });
      expect(waits["SAY"]).to.equal("U bent de volgende. Blijf aan de lijn. U hoeft niets te doen.");
      expect(await ask("again", waits["TICKET"]!)).to.deep.equal(waits);
      expect(await ask("gone", waits["TICKET"]!)).to.deep.equal(setTo("", "200"));

      writeFileSync(settings, 'url = "http://127.0.0.1:1/api/dial-in"\n');
      expect(await ask(pin)).to.deep.equal(setTo("", "000"));
    });
    it("is nowhere without a number: the address is unknown, and clerks are told that nobody can dial in", async () => {
      const without = await startTestApp(now, { DIAL_IN_SECRET: menuSecret });
      try {
        await buildMunicipality(without.database.dataSource);
        const ask = {
          body: { pin: "12345678" },
          headers: { Authorization: `Bearer ${menuSecret}` },
        };
        expect(code(await without.call("POST", "/api/dial-in", ask))).to.equal("404 not_found");
        const jar = await signIn(without);
        const body = request();
        expect(code(await without.call("POST", `/api/meetings/${randomUUID()}/dial-in`, { jar, body }))).to.equal(
          "409 dial_in_unavailable",
        );
        expect(
          code(await without.call("POST", `/api/meetings/${randomUUID()}/citizen-pin`, { jar, body: {} })),
        ).to.equal("409 dial_in_unavailable");
      } finally {
        await without.stop();
      }
    });
  });

  it("that opens nothing is logged as a warning, without PIN and number", async () => {
    const lines: string[] = [];
    const log = pino({ level: "warn" }, { write: (line) => lines.push(line) });
    const other = await startTestApp(now, environment, log);
    const headers = { Authorization: `Bearer ${menuSecret}` };
    const body = { pin: "87654321", caller: "+32470999888" };
    expect(code(await other.call("POST", "/api/dial-in", { body, headers }))).to.equal(unknown);
    await other.stop();
    expect(lines.map((line) => JSON.parse(line).msg)).to.deep.equal(["a PIN was typed that opens nothing"]);
    expect(lines.join()).to.not.match(/87654321|470999888/);
  });
});
