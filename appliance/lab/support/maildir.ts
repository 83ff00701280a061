// The mail server's Maildir, read as the mail catcher of the embedded mode is: the stories know one way to ask for mail.
import fs from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { MAIL } from "./site.ts";

export interface Maildir {
  url: string;
  stop: () => Promise<void>;
}

export async function serveMaildir(): Promise<Maildir> {
  const server = createServer((request, response) => {
    const id = /^\/api\/messages\/([^/]+)\/raw$/.exec(request.url ?? "")?.[1];
    response.end(id ? readMail(decodeURIComponent(id)) : JSON.stringify(listMail()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Newest first, like the catcher. The envelope's addressee stands in a header that the server puts there. */
function listMail(): { id: string; to: string }[] {
  const folder = path.join(MAIL, "new");
  const ids = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  return ids
    .map((id) => ({ id, at: fs.statSync(path.join(folder, id)).mtimeMs, to: headerOf(readMail(id), "To") }))
    .sort((a, b) => b.at - a.at)
    .map(({ id, to }) => ({ id, to }));
}

/** The mail that has this in its text, whatever its transfer encoding broke into lines. */
export const findMail = (words: string): string | undefined =>
  listMail()
    .map(({ id }) => readMail(id))
    .find((mail) => mail.replaceAll(/=\r?\n/g, "").includes(words));

/** How often the message of this id was delivered. */
export const copiesOf = (messageId: string): number =>
  listMail().filter(({ id }) => headerOf(readMail(id), "Message-ID").includes(messageId)).length;

export const readMail = (id: string): string => fs.readFileSync(path.join(MAIL, "new", path.basename(id)), "utf8");

export function headerOf(mail: string, name: string): string {
  const head = mail.split(/\r?\n\r?\n/)[0] ?? "";
  return new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(head)?.[1]?.replaceAll(/\s+/g, " ").trim() ?? "";
}
