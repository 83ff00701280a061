// Settings, secrets, disk and clock of the server, and its name.
import fs from "node:fs";
import path from "node:path";
import { command } from "../support/command.ts";
import { sql } from "../support/operator.ts";
import { changeSettings, compose, LAB, setting } from "../support/site.ts";
import { type Fault, secretFile, settingsFile } from "./examine.ts";

const small = path.join(LAB, "small-disk");
const kept = new Map<string, string>();

/** Written in place: containers have the file itself mounted. */
const change = (name: string, to: (text: string) => string) => () => {
  const text = fs.readFileSync(secretFile(name), "utf8");
  kept.set(name, text);
  fs.writeFileSync(secretFile(name), to(text));
};
const putBack = (name: string) => () => fs.writeFileSync(secretFile(name), kept.get(name)!);

/** It reads its secret while it starts. */
const restartCoturn = async () => {
  await compose(["restart", "coturn"]);
  await compose(["up", "-d", "--wait", "coturn"]);
};

export const serverFaults: Fault[] = [
  {
    title: "everybody on the server may read .env",
    plant: () => fs.chmodSync(settingsFile, 0o644),
    mend: () => fs.chmodSync(settingsFile, 0o600),
    found: [{ check: "settings-file", seen: /others may read it \(mode 644\)/, advice: /chmod 600/ }],
  },
  {
    title: "the containers cannot read a secret",
    plant: () => fs.chmodSync(secretFile("app_secret"), 0o400),
    mend: () => fs.chmodSync(secretFile("app_secret"), 0o444),
    found: [
      {
        check: "secrets",
        seen: /containers cannot read secrets\/app_secret \(mode 400\)/,
        advice: /chmod 444 .*secrets\/app_secret/,
      },
    ],
  },
  {
    title: "the disk of the backups is full",
    plant: async () => {
      fs.mkdirSync(small, { recursive: true });
      await command("mount", ["-t", "tmpfs", "-o", "size=8M", "tmpfs", small]);
      fs.writeFileSync(path.join(small, "other-things"), Buffer.alloc(7_900_000));
      kept.set("BACKUP_TO", setting("BACKUP_TO"));
      changeSettings({ BACKUP_TO: small });
    },
    mend: async () => {
      changeSettings({ BACKUP_TO: kept.get("BACKUP_TO")! });
      await command("umount", [small]);
    },
    found: [
      {
        check: "disk:backups",
        seen: /has 0 MB left, 9\d % is used/,
        advice: /Make room: .*A full disk stops the database/,
      },
    ],
  },
  {
    title: "the mail server refuses our password",
    plant: change("smtp_url", (url) => url.replace(/:[^:@/]+@/, ":another-password@")),
    mend: putBack("smtp_url"),
    found: [{ check: "mail", seen: /refuses our name and password \(535\)/, advice: /Ask for the right ones/ }],
  },
  {
    title: "coturn still has an earlier secret than pages are given",
    plant: async () => {
      change("turn_credentials", () => "x".repeat(48))();
      await restartCoturn();
      putBack("turn_credentials")();
    },
    mend: restartCoturn,
    found: [{ check: "turn-udp", seen: /refuses our credentials/, advice: /--rotate turn_credentials/ }],
  },
  {
    title: "the database's clock is a minute ahead",
    plant: () =>
      sql(`create schema planted;
        create function planted.clock_timestamp() returns timestamptz
          language sql as $$ select pg_catalog.clock_timestamp() + interval '1 minute' $$;
        alter role balie in database balie set search_path = planted, pg_catalog, public`),
    mend: () => sql("alter role balie in database balie reset search_path; drop schema planted cascade"),
    found: [{ check: "database-clock", seen: /are (59|60)\.\d s apart/, advice: /timedatectl set-ntp true/ }],
  },
  {
    title: "no DNS knows our name",
    plant: () =>
      changeSettings({ COMPOSE_FILE: setting("COMPOSE_FILE").replace(":appliance/lab/doctor/names.yml", "") }),
    mend: () => changeSettings({ COMPOSE_FILE: `${setting("COMPOSE_FILE")}:appliance/lab/doctor/names.yml` }),
    found: [
      {
        check: "dns",
        seen: /balie\.voorbeeldegem\.example is not in DNS/,
        advice: /Add an A record for balie\.voorbeeldegem\.example/,
      },
    ],
  },
];
