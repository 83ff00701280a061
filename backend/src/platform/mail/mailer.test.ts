import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { promisify } from "node:util";
import { expect } from "chai";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { adviceFor, classifyFailure } from "../outbox/delivery.rules.js";
import { createMailer } from "./mailer.js";

type Taken = { isSecure: boolean; user: unknown };

/** A mail server as a municipality may have it, on a port of its own. */
describe("mail over a real connection", () => {
  const folder = mkdtempSync(join(tmpdir(), "balie-smtp-"));
  const trusted = tls.getCACertificates();
  const servers: SMTPServer[] = [];
  let certificate: { key: Buffer; cert: Buffer };
  let taken: Taken[];

  before(async () => {
    const files = ["key", "cert"].map((name) => join(folder, `${name}.pem`));
    await promisify(execFile)("openssl", [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"],
      ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
      ...["-keyout", files[0]!, "-out", files[1]!],
    ]);
    const [key, cert] = files.map((file) => readFileSync(file)) as [Buffer, Buffer];
    certificate = { key, cert };
  });
  beforeEach(() => {
    taken = [];
    tls.setDefaultCACertificates([...trusted, certificate.cert.toString()]);
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(resolve));
  });
  after(() => {
    tls.setDefaultCACertificates(trusted);
    rmSync(folder, { recursive: true });
  });

  const serve = async (options: SMTPServerOptions): Promise<number> => {
    const server = new SMTPServer({
      ...certificate,
      authOptional: true,
      disableReverseLookup: true,
      logger: false,
      onAuth: ({ username, password }, _, done) =>
        password === "p@ss/word" ? done(null, { user: username }) : done(new Error("Invalid username or password")),
      onData: (stream, session, done) => {
        stream.resume();
        stream.on("end", () => {
          taken.push({ isSecure: session.secure, user: session.user });
          done();
        });
      },
      ...options,
    });
    server.on("error", () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.server.address() as AddressInfo).port;
  };
  const send = (url: string) =>
    createMailer(url, "Balie <balie@example.org>", "example.org").send(
      { to: { name: "Els", address: "els@example.org" }, language: "nl", subject: "Dag", text: "Dag", html: "<p>Dag" },
      "1",
      new Date(),
    );
  const failureOf = (url: string) =>
    send(url).then(
      () => "sent",
      (fault: unknown) => classifyFailure(fault).code,
    );

  it("goes over STARTTLS with name and password, which the address may hold percent-encoded", async () => {
    await send(`smtp://balie%40example.org:p%40ss%2Fword@localhost:${await serve({})}?requireTLS=true`);
    expect(taken).to.deep.equal([{ isSecure: true, user: "balie@example.org" }]);
  });
  it("goes over TLS from the first byte", async () => {
    await send(`smtps://balie:p%40ss%2Fword@localhost:${await serve({ secure: true })}`);
    expect(taken).to.deep.equal([{ isSecure: true, user: "balie" }]);
  });
  it("goes over TLS by itself where the server offers it, and without where it does not or ignoreTLS says so", async () => {
    await send(`smtp://localhost:${await serve({})}`);
    await send(`smtp://localhost:${await serve({ disabledCommands: ["STARTTLS", "AUTH"] })}`);
    await send(`smtp://localhost:${await serve({ disabledCommands: ["AUTH"] })}?ignoreTLS=true`);
    expect(taken.map(({ isSecure }) => isSecure)).to.deep.equal([true, false, false]);
  });
  it("does not go to a server whose certificate nobody we trust has signed, with or without requireTLS", async () => {
    tls.setDefaultCACertificates(trusted);
    const port = await serve({});
    const code = "certificate_DEPTH_ZERO_SELF_SIGNED_CERT";
    expect(await failureOf(`smtp://localhost:${port}?requireTLS=true`)).to.equal(code);
    expect(await failureOf(`smtp://localhost:${port}`)).to.equal(code);
    expect(await failureOf(`smtps://localhost:${await serve({ secure: true })}`)).to.equal(code);
    expect(taken).to.deep.equal([]);
    expect(adviceFor(code)).to.contain("certificate is not accepted");
  });
  it("does not go to a server whose certificate has another name", async () => {
    const code = await failureOf(`smtp://127.0.0.1:${await serve({})}?requireTLS=true`);
    expect(code).to.equal("certificate_ERR_TLS_CERT_ALTNAME_INVALID");
  });
  it("goes nowhere in the clear, the password least of all, when TLS is required and not offered", async () => {
    const port = await serve({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const code = await failureOf(`smtp://balie:p%40ss%2Fword@localhost:${port}?requireTLS=true`);
    expect(code).to.match(/^ETLS_5/);
    expect(adviceFor(code)).to.contain("does not begin TLS");
    expect(taken).to.deep.equal([]);
  });
  it("tells a refused password apart", async () => {
    const code = await failureOf(`smtp://balie:wrong@localhost:${await serve({})}?requireTLS=true`);
    expect(code).to.equal("EAUTH_535");
    expect(adviceFor(code)).to.contain("name or password");
  });
});
