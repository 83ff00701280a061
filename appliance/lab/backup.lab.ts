import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { forgetAuthority } from "./support/ask.ts";
import { type Booked, book, openLink, signIn } from "./support/citizen.ts";
import { command } from "./support/command.ts";
import { BACKUPS, backUp, filesIn, holdings, leftovers, operate, rows, sql, succeed } from "./support/operator.ts";
import { compose, ensureUp, FOLDER, LAB, secret } from "./support/site.ts";

describe("backup and restore", () => {
  let booked: Booked;
  let archive: string;
  /** The rows that the archive has. */
  let archived: string;
  const passphrase = path.join(LAB, "kept-elsewhere");

  before(async () => {
    await ensureUp();
    await succeed("configure", ["--non-interactive", "--backup-to", BACKUPS, "--backup-keep", "14d8w"]);
    await compose(["exec", "-T", "app", "sh", "-c", "echo hello >/var/lib/balie/uploads/letter.txt"]);
    booked = await book();
    archived = await rows();
    archive = await backUp();
    fs.copyFileSync(path.join(FOLDER, "secrets/backup_passphrase"), passphrase);
  });

  describe("a backup", () => {
    it("is one file for its reader alone, and nothing else is left", () => {
      expect(filesIn(BACKUPS)).to.deep.equal([path.basename(archive)]);
      expect(fs.statSync(archive).mode & 0o777).to.equal(0o600);
      expect(leftovers()).to.deep.equal([]);
    });
    it("holds nothing that can be read", () => {
      const bytes = fs.readFileSync(archive, "latin1");
      for (const word of ["Janssens", "els@example.org", secret("app_secret"), "PGDMP"])
        expect(bytes).not.to.include(word);
    });
    it("leaves its time for the worker, which tells the monitoring", async () => {
      const stamp = await compose(["exec", "-T", "worker", "cat", "/var/lib/balie/backup/last"]);
      expect(Date.now() / 1000 - Number(stamp)).to.be.within(0, 600);
    });
    it("is found good, and names its version", async () => {
      expect(await succeed("backup", ["--verify", archive])).to.match(/is good: made 20.*, version lab, \d+ tables\./);
    });
    it("is made while citizens book, and its counts are those of one instant", async () => {
      let isOver = false;
      const booking = (async () => {
        while (!isOver) await sql("insert into rival select from generate_series(1, 50)");
      })();
      await sql("create table if not exists rival ()");
      const busy = await backUp().finally(() => {
        isOver = true;
      });
      await booking.catch(() => undefined);
      expect(await succeed("restore", ["--drill", busy])).to.include("is proven");
      await sql("drop table rival");
      fs.rmSync(busy);
    });
    it("waits for nobody: a second one at the same time is refused", async () => {
      const both = await Promise.all([operate("backup"), operate("backup")]);
      expect(both.map(({ code }) => code).sort()).to.deep.equal([0, 1]);
      expect(both.map(({ err }) => err).join("")).to.include("Another operator command");
    });
    it("on a full disk ends with one sentence, and leaves nothing", async () => {
      const small = path.join(LAB, "small");
      fs.mkdirSync(small, { recursive: true });
      await command("mount", ["-t", "tmpfs", "-o", "size=16k", "none", small]);
      try {
        const { code, out, err } = await operate("backup", ["--to", small]);
        expect([code, out]).to.deep.equal([1, ""]);
        expect(err).to.match(
          /^The backup could not be written to \S+small \(is the disk full\?.*No backup was made.*\n$/,
        );
        expect(filesIn(small)).to.deep.equal([]);
      } finally {
        await command("umount", [small]);
      }
      expect(leftovers()).to.deep.equal([]);
    });
    it("goes on to the command that takes it elsewhere, whose failure is told", async () => {
      const elsewhere = path.join(LAB, "else where");
      fs.mkdirSync(elsewhere, { recursive: true });
      await succeed("configure", ["--non-interactive", "--backup-command", `cp -t '${elsewhere}'`]);
      const made = await backUp();
      expect(filesIn(elsewhere)).to.deep.equal([path.basename(made)]);
      await succeed("configure", ["--non-interactive", "--backup-command", "false"]);
      const { code, err } = await operate("backup");
      expect(code).to.equal(1);
      expect(err).to.include("The backup is made").and.include("it is on this server only");
      await succeed("configure", ["--non-interactive", "--backup-command", ""]);
    });
    it("takes outdated ones away, and keeps what is not its own", async () => {
      const old = path.join(BACKUPS, "balie-20200101T030000Z.archive");
      const note = path.join(BACKUPS, "note.txt");
      for (const file of [old, note]) fs.writeFileSync(file, "");
      await backUp();
      expect([fs.existsSync(old), fs.existsSync(note)]).to.deep.equal([false, true]);
      fs.rmSync(note);
    });
    it("without a database ends with what to do", async () => {
      await compose(["stop", "postgres"]);
      const { code, err } = await operate("backup");
      await compose(["up", "-d", "--wait"]);
      expect([code, err]).to.deep.equal([
        1,
        "The database does not run, so there is nothing to back up: docker compose up -d, then once more.\n",
      ]);
    });
    it("for an age key opens with that key alone", async function () {
      if (!(await command("sh", ["-c", "command -v age || true"]))) return this.skip();
      const key = path.join(LAB, "age-key");
      await command("age-keygen", ["-o", key]);
      const recipient = (await command("age-keygen", ["-y", key])).trim();
      await succeed("configure", ["--non-interactive", "--backup-age-recipient", recipient]);
      const sealed = await backUp();
      await succeed("configure", ["--non-interactive", "--backup-age-recipient", ""]);
      expect((await operate("backup", ["--verify", sealed])).err).to.include("--identity FILE");
      expect(await succeed("restore", ["--drill", sealed, "--identity", key])).to.include("is proven");
      fs.rmSync(sealed);
    });
  });

  describe("the drill", () => {
    it("proves a backup beside the running system, and leaves nothing", async () => {
      const before = await holdings();
      const counts = await rows();
      const out = await succeed("restore", ["--drill", archive]);
      expect(out).to.match(/is proven: \d+ tables, \d+ rows and 1 uploads as when it was made/);
      expect(await holdings()).to.deep.equal(before);
      expect(await rows()).to.equal(counts);
      expect(leftovers()).to.deep.equal([]);
    });
    it("takes the newest when none is named", async () => {
      expect(await succeed("restore", ["--drill"])).to.include(filesIn(BACKUPS).at(-1));
    });
    it("refuses one that was changed, without starting anything", async () => {
      const changed = path.join(LAB, "changed.archive");
      const bytes = fs.readFileSync(archive);
      bytes[bytes.length >> 1]! ^= 1;
      fs.writeFileSync(changed, bytes);
      const { code, err } = await operate("restore", ["--drill", changed]);
      expect(code).to.equal(1);
      expect(err).to.include("does not open: it was changed, is not whole, or belongs to another passphrase");
    });
  });

  describe("a restore", () => {
    it("is refused where an appliance is, without --replace", async () => {
      const { code, err } = await operate("restore", [archive]);
      expect([code, err.includes("--replace")]).to.deep.equal([1, true]);
    });
    it("of an archive whose counts are not its own changes nothing", async () => {
      const counts = await rows();
      const forged = await forge(archive, "s/^count public.clerk .*/count public.clerk 77/");
      const { code, err } = await operate("restore", [forged, "--replace"]);
      expect(code).to.equal(1);
      expect(err)
        .to.match(/public\.clerk has \d rows instead of 77/)
        .and.include("Nothing was changed.");
      expect(await rows()).to.equal(counts);
      expect((await openLink(booked)).status).to.equal(200);
    });
    it("in place of what is there takes back what came later", async () => {
      const later = await book("Karim");
      await compose(["exec", "-T", "app", "sh", "-c", "echo later >/var/lib/balie/uploads/later.txt"]);
      await succeed("restore", [archive, "--replace"]);
      forgetAuthority();
      expect([(await openLink(booked)).status, (await openLink(later)).status]).to.deep.equal([200, 404]);
      expect((await compose(["exec", "-T", "app", "ls", "-A", "/var/lib/balie/uploads"])).trim()).to.equal(
        "letter.txt",
      );
      expect((await signIn()).status).to.equal(200);
      expect(leftovers()).to.deep.equal([]);
    });
    it("onto an empty server brings everything: counts, a log-in, the link in the mail", async () => {
      await compose(["down", "-v"]);
      for (const name of [".env", "secrets", "branding"])
        fs.rmSync(path.join(FOLDER, name), { recursive: true, force: true });
      const wrong = await operate("restore", [archive]);
      expect([wrong.code, wrong.err.includes("--passphrase-file FILE")]).to.deep.equal([1, true]);

      const out = await succeed("restore", [archive, "--passphrase-file", passphrase]);
      forgetAuthority();
      expect(out).to.match(/Database: \d+ tables, \d+ rows, as in the archive. Uploads: 1\./);
      expect(await rows()).to.equal(archived);
      expect(await openLink(booked)).to.deep.equal({ status: 200, id: booked.id });
      expect((await signIn()).status).to.equal(200);
      expect((await book("Dominique")).token).to.have.length(43);
    });
  });
});

/** An archive with another manifest, sealed as a real one. */
async function forge(archive: string, change: string): Promise<string> {
  const forged = path.join(LAB, "forged.archive");
  const script = `set -euo pipefail; ROOT=$PWD; . appliance/lib/say.sh; . appliance/lib/archive.sh; make_work_folder
    find_passphrase "$1" secrets/backup_passphrase; mkdir "$WORK/x"; open_archive "$1" | tar -x -C "$WORK/x"
    sed -i "$3" "$WORK/x/manifest"
    tar -C "$WORK/x" -c manifest database.dump uploads.tar files.tar | seal_archive secrets/backup_passphrase "$2"; rm -rf "$WORK"`;
  await command("bash", ["-c", script, "forge", archive, forged, change], { cwd: FOLDER });
  return forged;
}
