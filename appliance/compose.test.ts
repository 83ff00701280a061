import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import { ROOT } from "./embedded/scene.ts";
import { expectKnownSettings } from "./test/jitsi-settings.ts";

interface Service {
  image: string;
  user?: string;
  init?: boolean;
  pull_policy?: string;
  profiles?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  privileged?: boolean;
  network_mode?: string;
  mem_limit?: string;
  pids_limit?: number;
  restart?: string;
  tmpfs?: string[];
  ports?: string[];
  networks?: string[] | Record<string, unknown>;
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  logging?: { driver: string; options: Record<string, string> };
  healthcheck?: { test: string[]; interval: string; retries: number };
}

const read = (file: string) => fs.readFileSync(path.join(ROOT, file), "utf8");
const text = read("docker-compose.yml");
const compose = load(text, { schema: CORE_SCHEMA.withTags(mergeTag) }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean; driver_opts?: Record<string, string> } | null>;
  secrets: Record<string, { file: string }>;
};
const services = Object.entries(compose.services);
const jitsi = services.filter(([, { image }]) => image.startsWith("ghcr.io/jitsi/"));
const own = services.filter(([, { image }]) => !image.startsWith("ghcr.io/jitsi/"));
/** Switched off, a network publishes ports and still leads nowhere: answers to what goes out find no way back. */
const MASQUERADE = "com.docker.network.bridge.enable_ip_masquerade";
const endsAtOnce = ["prepare", "migrate"];

describe("the appliance's compose file", () => {
  describe("Jitsi's images", () => {
    it("are the five official ones, at one pinned version", () => {
      expect(jitsi.map(([name]) => name).sort()).to.deep.equal(["jicofo", "jigasi", "jvb", "prosody", "web"]);
      for (const [name, { image }] of jitsi)
        expect(image).to.equal(`ghcr.io/jitsi/${name}:\${JITSI_TAG:-stable-11146-2}`);
    });

    for (const [name, { environment = {} }] of jitsi)
      it(`${name} gets only names that it knows`, () => expectKnownSettings(name, Object.keys(environment)));

    it("start as upstream starts them: own user, no init, privileges gained by its start tool alone", () => {
      for (const [name, service] of jitsi) {
        expect(service, name).not.to.have.any.keys("user", "init", "security_opt", "privileged");
        expect(service.read_only, name).to.equal(true);
        expect(service.cap_drop, name).to.deep.equal(["ALL"]);
        expect(service.tmpfs?.[0], name).to.equal("/run:size=16M,mode=1750,exec");
      }
    });

    it("switches are 1 and 0, for some are compared as numbers", () => {
      for (const [name, { environment = {} }] of jitsi)
        for (const [given, value] of Object.entries(environment))
          expect(String(value), `${name} ${given}`).not.to.match(/^(true|false|yes|no|on|off)$/i);
    });

    it("values that are split at commas hold none of their own", () => {
      const lines = String(compose.services["prosody"]?.environment?.["XMPP_MUC_CONFIGURATION"]);
      for (const line of lines.replaceAll(/\$\{[^}]*\}/g, "x").split(","))
        expect(line).to.match(/^[a-z_]+ = ("[^",]*"|\d+)$/);
    });

    it("the token decides: who enters, and that the clerk alone moderates", () => {
      const { prosody, jicofo } = compose.services;
      expect(prosody?.environment).to.include({
        ...{ ENABLE_AUTH: "1", AUTH_TYPE: "jwt", JWT_ALLOW_EMPTY: "0", JWT_ENABLE_DOMAIN_VERIFICATION: "1" },
        ...{ ENABLE_GUESTS: "0", ENABLE_LOBBY: "0", ENABLE_SUBDOMAINS: "0", JWT_ACCEPTED_AUDIENCES: "jitsi" },
        ...{ XMPP_MODULES: "presence_identity,filter_iq_rayo", XMPP_MUC_MODULES: "token_affiliation,counter_control" },
      });
      expect(jicofo?.environment).to.include({ JICOFO_ENABLE_AUTH: "0", ENABLE_AUTO_OWNER: "0" });
    });

    it("ask nobody outside: no public STUN, no statistics", () => {
      expect(compose.services["jvb"]?.environment).to.include({ JVB_DISABLE_STUN: "1" });
      expect(compose.services["web"]?.environment).to.include({ RTCSTATS_ENABLED: "0", ENABLE_P2P: "0" });
      expect(text).not.to.match(/meet-jit-si|jitsi\.net|google|8x8/);
    });
  });

  describe("our containers", () => {
    for (const [name, service] of own)
      it(`${name} is no root, has a read-only disk, and can gain no privilege`, () => {
        expect(service.user, name).to.match(/^[1-9]\d*:[1-9]\d*$/);
        expect(service.read_only).to.equal(true);
        expect(service.cap_drop).to.deep.equal(["ALL"]);
        expect(service.security_opt).to.deep.equal(["no-new-privileges:true"]);
        expect(service).not.to.have.any.keys("privileged", "init");
        // Two upstream binaries carry this capability in their file and would not start without it.
        const carriesOne = service.image.startsWith("caddy") || service.image.startsWith("coturn");
        expect(service.cap_add ?? []).to.deep.equal(carriesOne ? ["NET_BIND_SERVICE"] : []);
      });

    it("of our own image are left alone by docker compose pull once it was built", () => {
      const ours = own.filter(([, { image }]) => image.startsWith(`\${BALIE_IMAGE`));
      expect(ours.map(([name]) => name)).to.deep.equal(["prepare", "app", "worker", "migrate"]);
      for (const [name, service] of ours) expect(service.pull_policy, name).to.equal("missing");
    });

    it("know where to dial in, those that show it and those that mail it", () => {
      for (const name of ["app", "worker"]) {
        const { environment, secrets } = compose.services[name]!;
        expect(environment, name).to.include.keys("DIAL_IN_NUMBER", "DIAL_IN_SECRET_FILE");
        expect(secrets, name).to.include("dial_in_secret");
      }
    });

    it("get secrets by file where a file serves", () => {
      for (const [name, { environment = {} }] of own)
        for (const [given, value] of Object.entries(environment))
          if (!given.endsWith("_FILE"))
            expect(`${given} ${value}`, name).not.to.match(
              /(SECRET|PASSWORD|TOKEN|CREDENTIALS|SMTP_URL|DATABASE_URL)\b/,
            );
    });
  });

  describe("every container", () => {
    for (const [name, service] of services)
      it(`${name} has limits of memory, processes and log`, () => {
        expect(service.mem_limit).to.match(/^\d+[mg]$/);
        expect(service.pids_limit).to.be.a("number");
        expect(service.logging?.driver).to.equal("json-file");
        expect(service.logging?.options).to.have.all.keys("max-size", "max-file");
      });

    for (const [name, service] of services.filter(([each]) => !endsAtOnce.includes(each)))
      it(`${name} is watched and comes back`, () => {
        expect(service.restart).to.equal("unless-stopped");
        expect(service.healthcheck?.test[0]).to.equal("CMD");
      });

    it("has an image of a named version", () => {
      // Of a variable only its name counts: what it says when it is missing has colons and slashes too.
      for (const [name, { image }] of services)
        expect(image.replace(/\$\{(\w+)[^}]*\}/g, "$1"), name)
          .to.match(/:[^/]+$/)
          .and.not.match(/:latest$/);
    });
  });

  describe("what is published", () => {
    const published = services.flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port.replace(`\${LISTEN_ADDRESS:+\${LISTEN_ADDRESS:-}:}`, "")}`),
    );
    it("is 80, 443, UDP 10000, TURN on 3478, in profile phone jigasi's RTP, and for the server itself Grafana", () => {
      expect(published.sort()).to.deep.equal([
        "caddy 80:8080",
        "coturn 3478:3478/tcp",
        "coturn 3478:3478/udp",
        `grafana \${GRAFANA_LISTEN:-127.0.0.1:3000}:3000`,
        "jigasi 20000-20050:20000-20050/udp",
        "jvb 10000:10000/udp",
        "router 443:8443",
      ]);
      expect(compose.services["jigasi"]?.profiles).to.deep.equal(["phone"]);
      expect(compose.services["grafana"]?.profiles).to.deep.equal(["monitoring"]);
    });

    it("stands apart from the rest: only three networks lead out, and the database is in none of them", () => {
      const leadOut = Object.entries(compose.networks).filter(
        ([, network]) => !network?.internal && !(MASQUERADE in (network?.driver_opts ?? {})),
      );
      expect(leadOut.map(([name]) => name).sort()).to.deep.equal(["edge", "mail", "media"]);
      expect(compose.services["postgres"]?.networks).to.deep.equal(["data"]);
      const on = (network: string) =>
        services
          .filter(([, { networks = [] }]) =>
            (Array.isArray(networks) ? networks : Object.keys(networks)).includes(network),
          )
          .map(([name]) => name)
          .sort();
      expect(on("edge")).to.deep.equal(["caddy", "router"]);
      expect(on("tunnel")).to.deep.equal(["grafana"]);
      expect(compose.networks["tunnel"]?.driver_opts).to.deep.equal({ [MASQUERADE]: "false" });
    });
  });

  describe("the monitoring", () => {
    const { prometheus, grafana } = compose.services;
    it("is off unless it is asked for", () => {
      for (const service of [prometheus, grafana]) expect(service?.profiles).to.deep.equal(["monitoring"]);
    });

    it("keeps what it measured for a bounded time and size", () => {
      expect(prometheus?.command).to.include.members([
        "--storage.tsdb.retention.time=30d",
        "--storage.tsdb.retention.size=2GB",
      ]);
    });

    it("lets nobody look without the password, and asks nothing of Grafana's makers", () => {
      expect(grafana?.environment).to.include({
        GF_SECURITY_ADMIN_PASSWORD__FILE: "/run/secrets/grafana_password",
        ...{ GF_AUTH_ANONYMOUS_ENABLED: "false", GF_USERS_ALLOW_SIGN_UP: "false" },
        ...{ GF_ANALYTICS_REPORTING_ENABLED: "false", GF_ANALYTICS_CHECK_FOR_UPDATES: "false" },
        ...{ GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: "false", GF_NEWS_NEWS_FEED_ENABLED: "false" },
        ...{ GF_PLUGINS_PLUGIN_ADMIN_ENABLED: "false", GF_PLUGINS_PREINSTALL_DISABLED: "true" },
      });
    });
  });

  describe("its settings", () => {
    const used = new Set([...text.matchAll(/\$\{([A-Z_0-9]+)/g)].map(([, name]) => name as string));
    const explained = [...read(".env.example").matchAll(/^([A-Z_0-9]+)=/gm)].map(([, name]) => name as string);
    it("are all explained in .env.example", () => {
      expect(explained).to.include.members([...used]);
    });

    it("without .env say to run configure: a name has a default or says so somewhere", () => {
      for (const name of used) {
        const hasDefault = new RegExp(`\\$\\{${name}:?[-+]`).test(text);
        const refuses = text.includes(`\${${name}:?Run appliance/configure first, it writes .env and secrets/}`);
        expect(hasDefault || refuses, name).to.equal(true);
      }
    });

    it("that are secrets lie in secrets/, each under its own name", () => {
      for (const [name, { file }] of Object.entries(compose.secrets)) expect(file).to.equal(`secrets/${name}`);
      const wanted = new Set(services.flatMap(([, { secrets = [] }]) => secrets));
      expect([...wanted].sort()).to.deep.equal(Object.keys(compose.secrets).sort());
    });
  });
});
