import nodemailer from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import { createMailer } from "../mail/mailer.js";
import { codeOf, describeFailure, explainConnection } from "./describe-failure.js";
import { type Finding, fault, ok, warning } from "./finding.js";

type MailServer = { smtpUrl: string };
type TestMail = MailServer & { from: string; host: string; address: string; now: Date };
type Options = SMTPConnection.Options & { auth?: SMTPConnection.Credentials };

const change = "change it with appliance/configure --mail-server smtp://user@host:587";

/** Greets the mail server as the worker does: connection, encryption, name and password. No mail goes out. */
export async function checkMail({ smtpUrl }: MailServer): Promise<Finding> {
  const options = optionsOf(smtpUrl);
  const server = `${options.host}:${options.port ?? (options.secure ? 465 : 587)}`;
  const connection = new SMTPConnection(options);
  try {
    await connected(connection);
    if (options.auth) await loggedIn(connection, options.auth);
    return judge(server, { isEncrypted: connection.secure === true, hasLogin: Boolean(options.auth) });
  } catch (failure) {
    return refused(failure, server);
  } finally {
    connection.close();
  }
}

/** As nodemailer itself reads the address. */
function optionsOf(url: string): Options {
  const timeouts = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 8_000, dnsTimeout: 8_000 };
  const { transporter } = nodemailer.createTransport({ url, ...timeouts } as SMTPTransport.Options);
  return (transporter as unknown as { options: Options }).options;
}

const connected = (connection: SMTPConnection) =>
  new Promise<void>((resolve, reject) => {
    connection.on("error", reject);
    connection.connect((failure) => (failure ? reject(failure) : resolve()));
  });

const loggedIn = (connection: SMTPConnection, auth: SMTPConnection.Credentials) =>
  new Promise<void>((resolve, reject) => {
    connection.once("error", reject);
    // nodemailer wants the pair under its own name.
    const pair = { credentials: auth, ...auth } as unknown as SMTPConnection.Credentials;
    connection.login(pair, (failure) => (failure ? reject(failure) : resolve()));
  });

function judge(server: string, { isEncrypted, hasLogin }: { isEncrypted: boolean; hasLogin: boolean }): Finding {
  const login = hasLogin ? "our name and password are accepted" : "no name and password are used";
  if (isEncrypted) return ok(`${server} answers, encrypted; ${login}`);
  const text = `${server} answers without encryption; ${login}`;
  if (hasLogin)
    return warning(text, `The password can be read on the way: ask for a port with STARTTLS or TLS and ${change}.`);
  return warning(
    text,
    `Mails can be read on the way; within your own network that may be meant. Else ask for STARTTLS and ${change}.`,
  );
}

function refused(failure: unknown, server: string): Finding {
  const { code, responseCode } = failure as { code?: string; responseCode?: number };
  const cause = explainConnection(failure) ?? describeFailure(failure);
  if (code === "EAUTH" || responseCode === 535)
    return fault(
      `${server} refuses our name and password (${responseCode ?? "no code"})`,
      `Ask for the right ones and ${change}.`,
    );
  if (code === "ENOAUTH")
    return fault(
      `${server} takes no name and password on this connection`,
      `Use its port with STARTTLS or TLS: ${change}.`,
    );
  if (isCertificate(failure))
    return fault(
      `the certificate of ${server} is not good: ${cause}`,
      `Use the name that is in its certificate, or make its authority known with update-ca-certificates; ${change}.`,
    );
  if (/wrong version number|packet length too long/i.test(describeFailure(failure)))
    return fault(
      `${server} does not begin with TLS`,
      "Write smtp:// instead of smtps:// (STARTTLS follows by itself), or use port 465: appliance/configure --mail-server …",
    );
  return fault(
    `${server} does not answer as a mail server: ${cause}`,
    `Check its name and port, and that a firewall lets this server out to it; ${change}.`,
  );
}

const isCertificate = (failure: unknown) =>
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(codeOf(failure)) ||
  /certificate/i.test(describeFailure(failure));

/** A real mail, by the same way as all others. */
export async function sendTestMail({ smtpUrl, from, host, address, now }: TestMail): Promise<Finding> {
  const text = `This is the test mail of appliance/doctor on ${host}, sent on ${now.toISOString()}. Nothing needs to be done.`;
  const mail = {
    to: { name: "", address },
    language: "en" as const,
    subject: `Test mail of ${host}`,
    text,
    html: `<p>${text}</p>`,
  };
  try {
    await createMailer(smtpUrl, from, host).send(mail, `doctor-${now.getTime()}`, now);
    return ok(`the mail server took the test mail for ${address}: see that it arrives, and not among the spam`);
  } catch (failure) {
    return fault(
      `the mail server refuses the test mail: ${describeFailure(failure)}`,
      `It must let this server send from ${from} (appliance/configure --mail-from …) to any address.`,
    );
  }
}
