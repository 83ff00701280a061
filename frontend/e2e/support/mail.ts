import { type ParsedMail, simpleParser } from "mailparser";
import { until } from "../../../backend/test/until.ts";

interface Listed {
  readonly id: string;
  readonly to: string;
}

/** The newest mail to this address whose text fits; asks the catcher until it is there. */
export const waitForMail = async (mailUrl: string, to: string, fits: RegExp): Promise<ParsedMail> => {
  let found: ParsedMail | null = null;
  await until(`a mail to ${to} that fits ${fits}`, async () => {
    found = await newest(mailUrl, to, fits);
    return found !== null;
  });
  return found!;
};

/** The secret link in a mail. */
export const linkIn = (mail: ParsedMail): string => {
  const link = /https?:\/\/\S+\/[ahit]\/[A-Za-z0-9_-]+/.exec(mail.text ?? "")?.[0];
  if (!link) throw new Error(`no link in the mail “${mail.subject}”`);
  return link;
};

const newest = async (mailUrl: string, to: string, fits: RegExp): Promise<ParsedMail | null> => {
  const listed = (await (await fetch(`${mailUrl}/api/messages`)).json()) as Listed[];
  for (const { id } of listed.filter((each) => each.to.includes(to))) {
    const raw = await fetch(`${mailUrl}/api/messages/${encodeURIComponent(id)}/raw`);
    const mail = await simpleParser(Buffer.from(await raw.arrayBuffer()));
    if (fits.test(`${mail.subject}\n${mail.text}`)) return mail;
  }
  return null;
};
