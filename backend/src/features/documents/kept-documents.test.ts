import { expect } from "chai";
import { startTestApp, type TestApp } from "../../../test/app.js";
import { startAskedDocuments } from "../../../test/asked-documents.js";
import { code } from "../../../test/calls.js";
import { testConfig } from "../../../test/config.js";
import { samples } from "../../../test/documents.js";
import { buildMunicipality, signIn } from "../../../test/factories.js";
import { unsealFile } from "../../platform/sealed-file.js";
import { DocumentContent } from "./document-content.entity.js";
import { forgetDocuments } from "./forget-documents.js";
import { resealDocuments } from "./reseal-documents.js";

const now = new Date("2026-11-23T09:00:00Z");

describe("documents that were sent", () => {
  const calls = startAskedDocuments(now);
  const { query, inCall, asked, decline, open, end, sent, contents } = calls;
  let app: TestApp;

  before(() => {
    ({ app } = calls.begun());
  });

  describe("are kept sealed", () => {
    const contentOf = (id: string) =>
      app.database.dataSource.manager.findOneByOrFail(DocumentContent, { documentId: id });

    it("so that the database holds nothing of them to read", async () => {
      const secretWords = Buffer.concat([samples.pdf, Buffer.from("Rijksregisternummer 85.07.30-033.28")]);
      const { id } = await sent(secretWords);
      const { sealed, keySealed } = await contentOf(id);
      expect(sealed.includes("Rijksregister") || sealed.includes("%PDF")).to.equal(false);
      expect(unsealFile(app.config.APP_SECRET, id, { sealed, keySealed })).to.deep.equal(secretWords);
    });
    it("each under a key of its own, which opens in no other's place", async () => {
      const [one, two] = [await sent(), await sent()];
      const [first, second] = [await contentOf(one.id), await contentOf(two.id)];
      expect(first.sealed.equals(second.sealed)).to.equal(false);
      expect(() => unsealFile(app.config.APP_SECRET, one.id, second)).to.throw();
      await query("update document_content set key_sealed = $2, sealed = $3 where document_id = $1", [
        one.id,
        second.keySealed,
        second.sealed,
      ]);
      expect(code(await open(one.meeting, one.id))).to.equal("500 server_error");
      await query("delete from document where id = $1", [one.id]);
    });
    it("and a changed byte is a fault, not a file", async () => {
      const { meeting, id } = await sent();
      const { sealed } = await contentOf(id);
      sealed[40]! ^= 1;
      await query("update document_content set sealed = $2 where document_id = $1", [id, sealed]);
      expect(code(await open(meeting, id))).to.equal("500 server_error");
      await query("delete from document where id = $1", [id]);
    });
    it("and a new secret opens them, in one go or after a rotation that broke off", async () => {
      const { id } = await sent();
      const newAppSecret = "n".repeat(48);
      const secrets = { appSecret: app.config.APP_SECRET, newAppSecret };
      const before = await contentOf(id);
      const reseal = (turned = secrets) => app.database.dataSource.transaction((db) => resealDocuments({ db }, turned));
      const { resealed } = await reseal();
      expect(resealed).to.be.greaterThan(0);
      expect(await reseal()).to.deep.equal({ resealed: 0, kept: resealed });
      const after = await contentOf(id);
      expect(after.sealed).to.deep.equal(before.sealed);
      expect(unsealFile(newAppSecret, id, after)).to.deep.equal(samples.pdf);
      expect(() => unsealFile(app.config.APP_SECRET, id, after)).to.throw();
      await reseal({ appSecret: newAppSecret, newAppSecret: app.config.APP_SECRET });
    });
    it("and one that opens with neither secret stops the rotation, with nothing changed", async () => {
      const [broken, whole] = [await sent(), await sent()];
      await query("update document_content set key_sealed = $2 where document_id = $1", [broken.id, Buffer.alloc(60)]);
      const before = await contentOf(whole.id);
      const secrets = { appSecret: app.config.APP_SECRET, newAppSecret: "n".repeat(48) };
      const fault = await app.database.dataSource
        .transaction((db) => resealDocuments({ db }, secrets))
        .catch((error: Error) => error.message);
      expect(fault).to.equal(`Document ${broken.id} opens with neither secret.`);
      expect(await contentOf(whole.id)).to.deep.equal(before);
      await query("delete from document where id = $1", [broken.id]);
    });
  });

  describe("are forgotten", () => {
    const days = 30;
    const forgetAt = (at: Date) => app.database.dataSource.transaction((db) => forgetDocuments({ db, now: at }, days));
    const later = (from: Date, count: number, ms = 0) => new Date(from.getTime() + count * 86_400_000 + ms);

    it("when their days after the meeting are over, and not a moment before", async () => {
      const { meeting, id } = await sent(samples.pdf, "loonbrief.pdf");
      const endedAt = app.clock.now;
      await end(meeting);
      await forgetAt(later(endedAt, days, -1));
      expect((await open(meeting, id)).status).to.equal(200);
      await forgetAt(later(endedAt, days));
      const signedInLater = await signIn(app);
      expect(code(await open(meeting, id, signedInLater))).to.equal("410 document_forgotten");
      expect(await contents(id)).to.equal(0);
      const [row] = await query("select * from document where id = $1", [id]);
      expect(row).to.include({ state: "forgotten", what: "", name: null, type: null, size_bytes: null });
      await forgetAt(later(endedAt, days + 1));
      const [again] = await query("select forgotten_at from document where id = $1", [id]);
      expect(again.forgotten_at).to.deep.equal(row.forgotten_at);
    });
    it("after as many days as the installation is set to, which the pages tell", async () => {
      const daysOf = async (one: TestApp) => (await one.call("GET", "/api/municipality")).json.documentDays;
      expect(await daysOf(app)).to.equal(30);
      const brief = await startTestApp(now, { DOCUMENT_DAYS: "7" });
      await buildMunicipality(brief.database.dataSource);
      expect(await daysOf(brief).finally(() => brief.stop())).to.equal(7);
      for (const wrong of ["0", "366", "soon"])
        expect(() => testConfig("postgres://nowhere", { DOCUMENT_DAYS: wrong })).to.throw("DOCUMENT_DAYS");
    });
    it("with what was asked and never answered, and where nobody ended the meeting", async () => {
      const meeting = await inCall();
      const ids = [await asked(meeting, "Uw loonbrief"), await asked(meeting)];
      await decline(meeting, ids[1]!);
      await Promise.all([forgetAt(later(app.clock.now, days)), forgetAt(later(app.clock.now, days))]);
      const rows = await query("select state, what from document where id = any($1)", [ids]);
      expect(rows).to.deep.equal([
        { state: "forgotten", what: "" },
        { state: "forgotten", what: "" },
      ]);
    });
  });
});
