import nodemailer from "nodemailer";
import type { Mail } from "./mail.js";

export type Mailer = {
  /** @param id makes the Message-ID, so the same message sent twice is recognisable.
      @throws nodemailer's error, with SMTP's code. */
  send: (mail: Mail, id: string, date: Date) => Promise<void>;
};

/** No try takes longer, whatever the server does; shorter than the lease of a message. */
export const sendLimitMs = 45_000;

/** @param from MAIL_FROM, an address with or without a name.
    @param host of the Message-ID, PUBLIC_URL's. */
export function createMailer(smtpUrl: string, from: string, host: string): Mailer {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    // The texts are ours, and yet: no mail may read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail, id, date) => {
      await transport.sendMail({
        from,
        to: mail.to,
        date,
        messageId: `<${id}@${host}>`,
        subject: mail.subject,
        headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.language },
        text: mail.text,
        html: mail.html,
        ...(mail.calendar ? { icalEvent: mail.calendar } : {}),
        signal: AbortSignal.timeout(sendLimitMs),
      });
    },
  };
}
