import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { startTestApp, type TestApp } from "../../../test/app.js";
import {
  arriveAsInterpreter,
  type BookedLink,
  book,
  buildMunicipality,
  invite,
  quarterAfter,
  reserve,
} from "../../../test/factories.js";
import { unsealToken } from "../../platform/tokens.js";
import { Appointment } from "./appointment.entity.js";
import { composeAppointmentMail } from "./compose-appointment-mail.js";
import { resealLinks } from "./reseal-links.js";

const now = new Date("2026-11-23T09:00:00Z");
const newAppSecret = "n".repeat(48);

describe("links are sealed under a new secret", () => {
  let app: TestApp;
  let booked: BookedLink;
  let serviceId: string;

  beforeEach(async () => {
    app = await startTestApp(now);
    serviceId = (await buildMunicipality(app.database.dataSource)).service.id;
    booked = await book(app, serviceId, quarterAfter(now, 180));
  });
  afterEach(() => app.stop());

  const reseal = (secret = newAppSecret) =>
    app.database.dataSource.transaction((db) =>
      resealLinks({ db }, { appSecret: app.config.APP_SECRET, newAppSecret: secret }),
    );
  const sealedOf = async ({ id }: { id: string }) =>
    (await app.database.dataSource.manager.findOneByOrFail(Appointment, { id })).linkSealed;

  it("and the link in an old mail still opens the appointment, and the next mail repeats it", async () => {
    expect(await reseal()).to.deep.equal({ resealed: 1, kept: 0 });
    expect((await app.call("GET", "/api/appointment", { bearer: booked.token })).json.id).to.equal(booked.id);
    const settings = { ...app.config, APP_SECRET: newAppSecret };
    const mail = await app.database.dataSource.transaction((db) =>
      composeAppointmentMail(db, settings, "appointment_confirmed", booked.id, now),
    );
    expect(JSON.stringify(mail)).to.include(`/a/${booked.token}`);
  });
  it("and the old secret opens them no more", async () => {
    await reseal();
    const sealed = await sealedOf(booked);
    expect(() => unsealToken(app.config.APP_SECRET, sealed)).to.throw();
  });
  it("and a second time leaves every byte as it is", async () => {
    await reseal();
    const sealed = await sealedOf(booked);
    expect(await reseal()).to.deep.equal({ resealed: 0, kept: 1 });
    expect(await sealedOf(booked)).to.deep.equal(sealed);
  });
  it("and a rotation that broke off goes on: what is new already stays, the rest follows", async () => {
    await reseal();
    const other = await book(app, serviceId, quarterAfter(now, 300));
    expect(await reseal()).to.deep.equal({ resealed: 1, kept: 1 });
    expect(unsealToken(newAppSecret, await sealedOf(other))).to.equal(other.token);
  });
  it("and one that opens with neither secret stops it, with nothing changed", async () => {
    const other = await book(app, serviceId, quarterAfter(now, 300));
    const before = await sealedOf(booked);
    const broken = Buffer.alloc(71, 1);
    await app.database.dataSource.manager.update(Appointment, { id: other.id }, { linkSealed: broken });
    const fault = await reseal().catch((error: Error) => error.message);
    expect(fault).to.equal(`The link of appointment ${other.id} opens with neither secret.`);
    expect(await sealedOf(booked)).to.deep.equal(before);
  });
  it("and 2,500 appointments are as safe as one", async () => {
    await app.database.dataSource.query(`
      insert into appointment (request_id, service_id, counter_id, seat, starts_at, ends_at, seat_free_at, status, language,
        citizen_name, citizen_email, link_hash, link_sealed, booked_at)
      select gen_random_uuid(), service_id, counter_id, seat, starts_at, ends_at, seat_free_at, 'cancelled_by_citizen', language,
        citizen_name, citizen_email, sha256(number::text::bytea), link_sealed, booked_at
      from appointment, generate_series(1, 2499) number`);
    expect(await reseal()).to.deep.equal({ resealed: 2500, kept: 0 });
    expect(await reseal()).to.deep.equal({ resealed: 0, kept: 2500 });
  });

  describe("by the command", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "balie-reseal-"));
      await writeFile(path.join(folder, "old"), `${app.config.APP_SECRET}\n`);
      await writeFile(path.join(folder, "new"), `${newAppSecret}\n`);
    });
    afterEach(() => rm(folder, { recursive: true }));

    const command = (files: NodeJS.ProcessEnv) => {
      const backend = path.join(import.meta.dirname, "../../..");
      const flags = ["--import", "tsx", "--conditions=source", path.join(backend, "src/reseal.ts")];
      const settings = Object.entries(app.config).filter(([name]) => name !== "APP_SECRET");
      const env = Object.fromEntries(settings.map(([name, value]) => [name, asText(value)]));
      return promisify(execFile)(process.execPath, flags, {
        env: { PATH: process.env["PATH"], ...env, ...files, TSX_TSCONFIG_PATH: path.join(backend, "tsconfig.json") },
      });
    };

    it("from the two files, which says how many of each", async () => {
      await invite(app, booked);
      await reserve(app, serviceId, quarterAfter(now, 600));
      app.clock.now = new Date(booked.startsAt.getTime() - 60_000);
      await arriveAsInterpreter(app, booked);
      const { stdout } = await command({
        APP_SECRET_FILE: path.join(folder, "old"),
        NEW_APP_SECRET_FILE: path.join(folder, "new"),
      });
      expect(stdout).to.equal(
        "2 links sealed anew, 0 were under the new secret already.\n1 helpers' links sealed anew, 0 were under the new secret already.\n2 interpreters' links sealed anew, 0 were under the new secret already.\n0 documents sealed anew, 0 were under the new secret already.\n",
      );
      expect(unsealToken(newAppSecret, await sealedOf(booked))).to.equal(booked.token);
    });
    it("and these are all that is sealed", async () => {
      const sealed = await app.database.dataSource.query(
        "select table_name || '.' || column_name name from information_schema.columns where table_schema = 'public' and column_name like '%sealed' order by 1",
      );
      expect(sealed.map(({ name }: { name: string }) => name)).to.deep.equal([
        "appointment.link_sealed",
        "document_content.key_sealed",
        "document_content.sealed",
        "helper.link_sealed",
        "interpreter_link.link_sealed",
        "interpreter_reservation.link_sealed",
      ]);
    });
    it("which refuses without the new one", async () => {
      const fault = await command({ APP_SECRET_FILE: path.join(folder, "old") }).catch((error) => error);
      expect(fault.code).to.equal(1);
      expect(fault.stderr).to.include("Set NEW_APP_SECRET_FILE");
    });
  });
});

const asText = (value: unknown) => (typeof value === "boolean" ? String(Number(value)) : String(value));
