import { expect } from "chai";
import { type Answer, type CookieJar, startTestApp, type TestApp } from "../../../test/app.js";
import {
  arrive,
  arriveAsHelper,
  type BookedLink,
  book,
  buildMunicipality,
  invite,
  quarterAfter,
} from "../../../test/factories.js";
import { Appointment } from "../appointments/appointment.entity.js";
import { composeAppointmentMail } from "../appointments/compose-appointment-mail.js";
import { resealLinks } from "../appointments/reseal-links.js";

/** A Friday, ten in the morning at the municipality. */
const now = new Date("2026-11-27T09:00:00Z");
const day = 86_400_000;
const refusal = ({ status, json }: Answer) => `${status} ${json?.code}`;

describe("a kiosk", () => {
  let app: TestApp;
  let serviceId: string;
  let booked: BookedLink;
  let addresses = 0;
  /** Each test types at a library of its own. */
  const newLibrary = () => `127.0.9.${++addresses}`;

  beforeEach(async () => {
    app = await startTestApp(now);
    serviceId = (await buildMunicipality(app.database.dataSource, 8)).service.id;
    booked = await book(app, serviceId, quarterAfter(now, 180));
  });
  afterEach(() => app.stop());

  const codeOf = async ({ token }: BookedLink): Promise<string> =>
    (await app.call("GET", "/api/appointment", { bearer: token })).json.kioskCode;
  const type = (code: string, from = newLibrary()) => app.call("POST", "/api/kiosk/opening", { body: { code }, from });

  describe("a visitor types a code", () => {
    it("and the kiosk gets the link of that appointment, whatever the capitals and spaces", async () => {
      const other = await book(app, serviceId, quarterAfter(now, 240));
      const code = await codeOf(booked);
      for (const typed of [code, code.toLowerCase(), code.replace("-", ""), ` ${code.replace("-", " ")} `])
        expect((await type(typed)).json).to.deep.equal({ linkToken: booked.token });
      expect((await type(await codeOf(other))).json).to.deep.equal({ linkToken: other.token });
    });
    it("and two at the same moment get the same, as two may hold one link", async () => {
      const code = await codeOf(booked);
      const answers = await Promise.all([type(code), type(code)]);
      expect(answers.map(({ json }) => json.linkToken)).to.deep.equal([booked.token, booked.token]);
    });
    it("as it stands in the confirmation and both reminders, with the kiosk's address", async () => {
      const code = await codeOf(booked);
      const far = await book(app, serviceId, new Date(now.getTime() + 3 * day));
      const mailOf = (kind: Parameters<typeof composeAppointmentMail>[2], id: string, at: Date) =>
        app.database.dataSource.transaction((db) => composeAppointmentMail(db, app.config, kind, id, at));
      const confirmed = await mailOf("appointment_confirmed", booked.id, now);
      expect(confirmed!.text).to.include(code).and.to.include(`${app.config.PUBLIC_URL}/kiosk`);
      expect(confirmed!.html).to.include(code);
      const reminded = await mailOf("appointment_reminder_day", far.id, new Date(now.getTime() + 2 * day));
      expect(reminded!.text).to.include(await codeOf(far));
      const anHourBefore = new Date(booked.startsAt.getTime() - 3_600_000);
      expect((await mailOf("appointment_reminder_hour", booked.id, anHourBefore))!.text).to.include(code);
    });
    it("and after a rotation of the secret the code in the old mail still works", async () => {
      const code = await codeOf(booked);
      const hashOf = async () => (await row()).kioskCodeHash;
      const row = () => app.database.dataSource.manager.findOneByOrFail(Appointment, { id: booked.id });
      const before = await hashOf();
      const secrets = { appSecret: app.config.APP_SECRET, newAppSecret: "n".repeat(48) };
      await app.database.dataSource.transaction((db) => resealLinks({ db }, secrets));
      expect(await hashOf()).to.not.deep.equal(before);
      app.config.APP_SECRET = secrets.newAppSecret;
      expect((await type(code)).json).to.deep.equal({ linkToken: booked.token });
    });
  });

  describe("is refused, always alike", () => {
    const unknown = "404 kiosk_code_unknown";
    it("when there is no such code, or it is no code at all", async () => {
      const code = await codeOf(booked);
      const next = `${code.slice(0, -1)}${code.endsWith("7") ? "9" : "7"}`;
      for (const typed of [next, "ACDE-FGHJ", "0", "'; drop table appointment", "🙂".repeat(8)])
        expect(refusal(await type(typed)), typed).to.equal(unknown);
    });
    it("before the day before, and after the day itself, to the millisecond", async () => {
      const monday = await book(app, serviceId, new Date("2026-11-30T10:00:00Z"));
      const code = await codeOf(monday);
      const at = async (moment: string) => {
        app.clock.now = new Date(moment);
        const { status } = await type(code);
        return status;
      };
      expect(await at("2026-11-28T22:59:59.999Z")).to.equal(404);
      expect(await at("2026-11-28T23:00:00.000Z")).to.equal(200);
      expect(await at("2026-11-30T22:59:59.999Z")).to.equal(200);
      expect(await at("2026-11-30T23:00:00.000Z")).to.equal(404);
      expect(refusal(await type(code))).to.equal(unknown);
    });
    it("when the appointment was cancelled", async () => {
      const code = await codeOf(booked);
      expect((await type(code)).status).to.equal(200);
      await app.call("POST", "/api/appointment/cancellation", { body: {}, bearer: booked.token });
      expect(refusal(await type(code))).to.equal(unknown);
    });
    it("on the old day when the appointment has moved, and works on the new one", async () => {
      const code = await codeOf(booked);
      const startsAt = new Date(now.getTime() + 5 * day).toISOString();
      const moved = await app.call("POST", "/api/appointment/move", { body: { startsAt }, bearer: booked.token });
      expect(moved.status).to.equal(200);
      expect(refusal(await type(code))).to.equal(unknown);
      app.clock.now = new Date(startsAt);
      expect((await type(code)).status).to.equal(200);
    });
    it("when two appointments have the same code on the same day", async () => {
      const other = await book(app, serviceId, quarterAfter(now, 240));
      await app.database.dataSource.query(
        "update appointment set kiosk_code_hash = (select kiosk_code_hash from appointment where id = $1) where id = $2",
        [booked.id, other.id],
      );
      expect(refusal(await type(await codeOf(booked)))).to.equal(unknown);
    });
    it("when the appointment is older than the codes: it has none, and its page and mail name none", async () => {
      const code = await codeOf(booked);
      await app.database.dataSource.query("update appointment set kiosk_code_hash = null where id = $1", [booked.id]);
      expect(refusal(await type(code))).to.equal(unknown);
      expect(await codeOf(booked)).to.equal(null);
      const mail = await app.database.dataSource.transaction((db) =>
        composeAppointmentMail(db, app.config, "appointment_confirmed", booked.id, now),
      );
      expect(mail!.text).to.not.include("/kiosk");
    });
  });

  describe("guessing", () => {
    it("ends after twenty tries from one address, right ones too, and another library goes on", async () => {
      const library = newLibrary();
      for (let tries = 0; tries < 20; tries++)
        expect(refusal(await type("ACDE-FGHJ", library))).to.equal("404 kiosk_code_unknown");
      const code = await codeOf(booked);
      expect(refusal(await type(code, library))).to.equal("429 too_many_requests");
      expect((await type(code)).status).to.equal(200);
    });
    it("ends after sixty tries from all addresses together", async () => {
      for (let tries = 0; tries < 60; tries++) expect((await type("ACDE-FGHJ")).status).to.equal(404);
      expect(refusal(await type(await codeOf(booked)))).to.equal("429 too_many_requests");
    });
    it("of one address alone does not use up what all have together", async () => {
      const library = newLibrary();
      for (let tries = 0; tries < 70; tries++) await type("ACDE-FGHJ", library);
      expect((await type(await codeOf(booked))).status).to.equal(200);
    });
  });

  it("keeps a code nowhere: not in the database", async () => {
    const code = await codeOf(booked);
    const [{ rows }] = await app.database.dataSource.query(
      "select string_agg(row_to_json(a)::text, '') rows from appointment a",
    );
    expect(rows).to.not.include(code).and.not.include(code.replace("-", ""));
  });

  it("wipes: the cookies of a citizen and of a helper go, the browser is told to forget, and the arrival is nobody's", async () => {
    const soon = await book(app, serviceId, quarterAfter(now, 1));
    const jar: CookieJar = new Map();
    const browser = await arrive(app, soon, jar);
    await arriveAsHelper(app, await invite(app, soon), jar);
    const answer = await app.call("POST", "/api/kiosk/wipe", { body: {}, jar });
    expect(answer.status).to.equal(204);
    expect(answer.headers["clear-site-data"]).to.equal('"cookies", "storage"');
    const cookies = answer.headers["set-cookie"] as string[];
    expect(cookies).to.have.length(2);
    for (const [index, who] of ["arrival", "helper"].entries())
      expect(cookies[index]).to.match(new RegExp(`^balie_${who}_[0-9a-f-]{36}=; path=/api/; expires=Thu, 01 Jan 1970`));
    const left = await app.call("POST", `/api/arrivals/${browser.arrivalId}/departure`, {
      body: { tabId: browser.tabId },
      jar,
    });
    expect(refusal(left)).to.equal("401 unauthenticated");
  });
  it("wipes not for another site", async () => {
    const answer = await app.call("POST", "/api/kiosk/wipe", { body: {}, headers: { "Sec-Fetch-Site": "cross-site" } });
    expect(refusal(answer)).to.equal("403 cross_site");
    expect(answer.headers["clear-site-data"]).to.equal(undefined);
  });
});
