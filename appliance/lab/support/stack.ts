// The appliance as the browser stories see a stack: the same stories then run through Caddy over HTTPS.
import type { Stack } from "../../embedded/stack.ts";
import { serveMaildir } from "./maildir.ts";
import { addressOf, CLERK, compose, DOMAIN, ensureUp, LAB, secret } from "./site.ts";

export async function labStack(): Promise<Stack> {
  await ensureUp();
  const [maildir, postgres, prosody, app] = await Promise.all([
    serveMaildir(),
    addressOf("postgres"),
    addressOf("prosody"),
    addressOf("app"),
  ]);
  const notHere = () => {
    throw new Error("In the lab, containers are started and stopped by docker compose.");
  };
  return {
    publicUrl: `https://${DOMAIN}`,
    backendUrls: [`http://${app}:8080`],
    internalUrl: `http://${app}:8081`,
    internalUrls: [`http://${app}:8081`],
    mailUrl: maildir.url,
    mails: notHere,
    smtpPort: 587,
    prosodyUrl: `http://${prosody}:5280`,
    databaseUrl: `postgres://balie:${secret("postgres_password")}@${postgres}:5432/balie`,
    adminDatabaseUrl: undefined,
    clerk: CLERK,
    callsAdvice: undefined,
    env: {
      COUNTER_CONTROL_URL: `http://${prosody}:5280/counter_control`,
      COUNTER_CONTROL_SECRET: secret("counter_control_secret"),
    },
    logFolder: LAB,
    pids: () => ({}),
    kill: notHere,
    start: notHere,
    stopOne: notHere,
    restart: (name) => compose(["restart", name]).then(() => undefined),
    stop: maildir.stop,
    destroy: notHere,
  };
}
