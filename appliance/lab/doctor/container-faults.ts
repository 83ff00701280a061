// Containers that do not run, and ports that another program holds.
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { changeSettings, compose, setting, VERSION } from "../support/site.ts";
import { type Fault, stop, up } from "./examine.ts";

let squatter: Socket;

export const containerFaults: Fault[] = [
  {
    title: "the app is stopped",
    plant: stop("app"),
    mend: up("app"),
    found: [
      { check: "container:app", seen: /has ended/, advice: /docker compose up -d app/ },
      { check: "pages", seen: /answers 50\d/, advice: /docker compose logs app/ },
    ],
  },
  {
    title: "the database is stopped",
    plant: stop("postgres"),
    mend: up("postgres"),
    found: [{ check: "database", seen: /does not answer/, advice: /logs postgres/ }],
  },
  {
    title: "Prosody is stopped",
    plant: stop("prosody"),
    mend: up("prosody"),
    found: [{ check: "prosody", seen: /does not answer/, advice: /logs prosody/ }],
  },
  {
    title: "coturn is stopped",
    plant: stop("coturn"),
    mend: up("coturn"),
    found: [
      { check: "turn-udp", seen: /by UDP 3478/, advice: /docker compose ps coturn/ },
      { check: "turn-tls", seen: /by TLS 443/, advice: /router and coturn run/ },
    ],
  },
  {
    title: "the router is stopped",
    plant: stop("router"),
    mend: up("router"),
    found: [
      { check: "certificate", seen: /443: /, advice: /router and caddy run/ },
      { check: "port:443/tcp", seen: /nobody listens/, advice: /docker compose up -d router/ },
    ],
  },
  {
    title: "the bridge is stopped, and UDP 10000 with it",
    plant: stop("jvb"),
    mend: up("jvb"),
    found: [
      { check: "port:10000/udp", seen: /nobody listens/, advice: /docker compose up -d jvb/ },
      { check: "call", seen: /jicofo has no video bridge/, advice: /docker compose ps jvb/ },
    ],
  },
  {
    title: "another program holds UDP 10000",
    plant: async () => {
      await compose(["stop", "jvb"]);
      squatter = createSocket("udp4").bind(10_000, setting("LISTEN_ADDRESS"));
      await once(squatter, "listening");
    },
    mend: async () => {
      squatter.close();
      await up("jvb")();
    },
    found: [
      {
        check: "port:10000/udp",
        seen: new RegExp(`\\(process ${process.pid}\\) holds it`),
        advice: /End that program .* docker compose up -d jvb/,
      },
    ],
  },
  {
    title: "the mail server is stopped",
    plant: stop("mail"),
    mend: () => compose(["up", "-d", "mail"]),
    found: [{ check: "mail", seen: /does not answer/, advice: /--mail-server/ }],
  },
  {
    title: "a container is gone",
    plant: () => compose(["rm", "-sf", "worker"]),
    mend: up("worker"),
    found: [{ check: "container:worker", seen: /there is none/, advice: /docker compose up -d/ }],
  },
  {
    title: "the settings name a version that is not here",
    plant: () => changeSettings({ BALIE_VERSION: "9.9.9" }),
    mend: () => changeSettings({ BALIE_VERSION: VERSION }),
    found: [{ check: "images", seen: /balie:9.9.9 is not here/, advice: /docker compose build \(or pull\)/ }],
  },
];
