import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export interface MailSummary {
  id: string;
  to: string;
  from: string;
  subject: string;
  /** ISO instant of the Date header, or of reception. */
  date: string;
  messageId: string;
}

export interface MailStore {
  /** Newest first. */
  list: () => MailSummary[];
  add: (raw: Buffer) => Promise<MailSummary>;
  read: (id: string) => Buffer | undefined;
  clear: () => void;
  /** Grows with every change. */
  version: () => number;
}

const KEPT_MAILS = 1000;
const NAME = /^(?<id>[0-9a-z]{9}-[0-9a-f]{8})\.eml$/;

/** Mails as .eml files in a folder; in memory only the list. */
export async function openMailStore(folder: string): Promise<MailStore> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  let version = Date.now();
  let mails = await Promise.all(storedIds(folder).map((id) => summarise(id, fs.readFileSync(fileOf(folder, id)))));

  return {
    list: () => mails,
    version: () => version,
    async add(raw) {
      const id = `${Date.now().toString(36).padStart(9, "0")}-${randomBytes(4).toString("hex")}`;
      const fresh = path.join(folder, `${id}.new`);
      fs.writeFileSync(fresh, raw, { mode: 0o600 });
      fs.renameSync(fresh, fileOf(folder, id));
      const summary = await summarise(id, raw);
      mails = [summary, ...mails];
      for (const old of mails.slice(KEPT_MAILS)) fs.rmSync(fileOf(folder, old.id), { force: true });
      mails = mails.slice(0, KEPT_MAILS);
      version++;
      return summary;
    },
    read(id) {
      // Only names from our own list become paths.
      return mails.some((mail) => mail.id === id) ? fs.readFileSync(fileOf(folder, id)) : undefined;
    },
    clear() {
      for (const id of storedIds(folder)) fs.rmSync(fileOf(folder, id), { force: true });
      mails = [];
      version++;
    },
  };
}

function storedIds(folder: string): string[] {
  const ids = fs.readdirSync(folder).flatMap((file) => NAME.exec(file)?.groups?.id ?? []);
  return ids.sort().reverse();
}

function fileOf(folder: string, id: string): string {
  return path.join(folder, `${id}.eml`);
}

async function summarise(id: string, raw: Buffer): Promise<MailSummary> {
  const { simpleParser } = await import("mailparser");
  const headersEnd = raw.indexOf("\r\n\r\n");
  const head = await simpleParser(headersEnd < 0 ? raw : raw.subarray(0, headersEnd + 4)).catch(() => undefined);
  const to = [head?.to ?? []].flat().map((address) => address.text);
  const receivedAt = new Date(Number.parseInt(id.slice(0, 9), 36));
  return {
    id,
    to: to.join(", "),
    from: head?.from?.text ?? "",
    subject: head?.subject ?? "",
    date: (head?.date && !Number.isNaN(head.date.getTime()) ? head.date : receivedAt).toISOString(),
    messageId: head?.messageId ?? "",
  };
}
