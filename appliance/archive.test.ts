import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync } from "node:crypto";
import fs from "node:fs";
import { expect } from "chai";
import { OperatorFolder } from "./test/operator-folder.ts";

const PASSPHRASE = "p".repeat(48);
const CONTENT = Buffer.from("what the municipality keeps\n".repeat(5_000));
const ROUNDS = 600_000;

describe("an archive sealed with a passphrase", function () {
  this.timeout(30_000);
  let folder: OperatorFolder;
  before(async () => {
    folder = new OperatorFolder();
    fs.writeFileSync(folder.file("passphrase"), `${PASSPHRASE}\n`);
    fs.writeFileSync(folder.file("content"), CONTENT);
    await inParts("seal_archive passphrase sealed <content");
  });
  after(() => folder.remove());

  const inParts = (line: string) =>
    folder.shell(
      `set -euo pipefail; ROOT=$PWD; export TMPDIR=$PWD; . appliance/lib/say.sh; . appliance/lib/archive.sh; make_work_folder; ${line}`,
    );
  const opens = async (file: string, ...passphrases: string[]) =>
    (await inParts(`find_passphrase ${file} ${passphrases.join(" ")} && open_archive ${file} | cmp - content`)).code ===
    0;
  const derive = (salt: Buffer) => {
    const bytes = pbkdf2Sync(PASSPHRASE, salt, ROUNDS, 48, "sha256");
    return [bytes.subarray(0, 32), bytes.subarray(32)] as const;
  };

  it("is AES-256-CBC under PBKDF2 and a true HMAC-SHA256 of everything before, as another implementation reads it", () => {
    const sealed = fs.readFileSync(folder.file("sealed"));
    const headerEnd = sealed.indexOf("\n") + 1;
    const salt = /^balie-archive 1 ([0-9a-f]{16})\n$/.exec(sealed.subarray(0, headerEnd).toString())![1]!;
    const [streamKey, streamStart] = derive(Buffer.from(salt, "hex"));
    const macKey = createCipheriv("aes-256-ctr", streamKey, streamStart).update(Buffer.alloc(32));
    const mac = createHmac("sha256", macKey).update(sealed.subarray(0, -65)).digest("hex");
    expect(sealed.subarray(-65).toString()).to.equal(`${mac}\n`);

    const ciphertext = sealed.subarray(headerEnd, -65);
    expect(ciphertext.subarray(0, 8).toString()).to.equal("Salted__");
    const decipher = createDecipheriv("aes-256-cbc", ...derive(ciphertext.subarray(8, 16)));
    expect(Buffer.concat([decipher.update(ciphertext.subarray(16)), decipher.final()]).equals(CONTENT)).to.equal(true);
  });
  it("opens with its passphrase, also when that is an earlier one of several", async () => {
    // As configure writes them: the one in use without an end of line, the earlier ones a line each.
    fs.writeFileSync(folder.file("now"), PASSPHRASE);
    fs.writeFileSync(folder.file("newer"), "n".repeat(48));
    fs.writeFileSync(folder.file("others"), `${"e".repeat(48)}\n${"f".repeat(48)}\n`);
    fs.writeFileSync(folder.file("earlier"), `${PASSPHRASE}\n${"e".repeat(48)}\n`);
    expect(await opens("sealed", "passphrase")).to.equal(true);
    expect(await opens("sealed", "now", "others")).to.equal(true);
    expect(await opens("sealed", "newer", "earlier")).to.equal(true);
  });
  it("opens with one of several files as configure writes them, without a line's end", async () => {
    fs.writeFileSync(folder.file("now"), PASSPHRASE);
    fs.writeFileSync(folder.file("before"), "b".repeat(48));
    expect(await opens("sealed", "now", "before")).to.equal(true);
    expect(await opens("sealed", "before", "now", "nowhere")).to.equal(true);
  });
  it("does not open with another passphrase, nor without one", async () => {
    expect(await opens("sealed", "newer")).to.equal(false);
    expect(await opens("sealed", "nowhere")).to.equal(false);
  });
  it("does not open when a byte was changed, anywhere", async () => {
    const sealed = fs.readFileSync(folder.file("sealed"));
    for (const place of [0, 20, 70_000, sealed.length - 80, sealed.length - 30]) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      fs.writeFileSync(folder.file("changed"), changed);
      expect(await opens("changed", "passphrase"), `byte ${place}`).to.equal(false);
    }
  });
  it("does not open when it is cut short, lengthened, empty or something else", async () => {
    const sealed = fs.readFileSync(folder.file("sealed"));
    const odd = {
      short: sealed.subarray(0, -1),
      half: sealed.subarray(0, 70_000),
      empty: Buffer.alloc(0),
      other: CONTENT,
    };
    for (const [name, bytes] of Object.entries({ ...odd, longer: Buffer.concat([sealed, Buffer.from("x")]) })) {
      fs.writeFileSync(folder.file(name), bytes);
      expect(await opens(name, "passphrase"), name).to.equal(false);
    }
  });
  it("twice of the same content is two different files", async () => {
    await inParts("seal_archive passphrase again <content");
    expect(fs.readFileSync(folder.file("again")).equals(fs.readFileSync(folder.file("sealed")))).to.equal(false);
  });
});

describe("which archives stay", () => {
  let folder: OperatorFolder;
  before(() => {
    folder = new OperatorFolder();
  });
  after(() => folder.remove());

  const now = Date.parse("2026-11-24T03:20:00Z");
  const nameOf = (at: number) => `balie-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, "")}.archive`;
  /** Every night, newest first. */
  const nights = (count: number) => Array.from({ length: count }, (_, night) => nameOf(now - night * 86_400_000));
  const outdated = async (keep: string, names: string[]) => {
    fs.writeFileSync(folder.file("names"), names.map((name) => `${name}\n`).join(""));
    const { stdout } = await folder.shell(`. appliance/lib/keep.sh; outdated ${keep} ${now / 1000} <names`);
    return stdout.split("\n").filter(Boolean);
  };

  it("14d: those of fourteen days, and the rest goes", async () => {
    const names = nights(20);
    expect(await outdated("14d", names)).to.deep.equal(names.slice(14));
  });
  it("14d8w: besides these, the newest of each week for eight weeks", async () => {
    const names = nights(100);
    const gone = new Set(await outdated("14d8w", names));
    const kept = names.filter((name) => !gone.has(name));
    expect(kept.slice(0, 14)).to.deep.equal(names.slice(0, 14));
    expect(kept).to.have.length(14 + 6);
    const weekdays = kept
      .slice(14)
      .map((name) => new Date(`${name.slice(6, 10)}-${name.slice(10, 12)}-${name.slice(12, 14)}`).getUTCDay());
    expect(weekdays, "Sundays").to.deep.equal([0, 0, 0, 0, 0, 0]);
  });
  it("the newest of all stays, however old it is", async () => {
    const old = [nameOf(now - 400 * 86_400_000), nameOf(now - 401 * 86_400_000)];
    expect(await outdated("14d8w", old)).to.deep.equal([old[1]]);
  });
  it("what is not ours is never named", async () => {
    expect(
      await outdated("1d", [...nights(1), "balie-old.archive", "notes.txt", "balie-99999999T999999Z.archive"]),
    ).to.deep.equal([]);
  });
});
