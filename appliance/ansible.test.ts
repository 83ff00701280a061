import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { ROOT } from "./embedded/scene.ts";
import { expectKnownSettings } from "./test/jitsi-settings.ts";

const ROLES = path.join(ROOT, "ansible/roles");
const read = (file: string) => fs.readFileSync(path.join(ROOT, file), "utf8");
const role = (file: string) => read(`ansible/roles/${file}`);
const variable = (answer: string) => `balie_${answer.replaceAll("-", "_")}`;
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = ""]) => first);
/** The entries of a list of YAML at the left margin. */
const list = (text: string, name: string) =>
  matches(new RegExp(`^${name}:\\n((?: {2}- .+\\n)+)`, "m").exec(text)?.[1] ?? "", /^ {2}- (.+)$/gm);
const optionsOf = (name: string) => matches(role(`${name}/meta/argument_specs.yml`), /^ {6}(\w+):$/gm);

describe("the roles of ansible", () => {
  describe("the video bridge", () => {
    const compose = role("videobridge/templates/docker-compose.yml.j2");
    const environment = matches(/^ {4}environment:\n((?: {6}.+\n)+)/m.exec(compose)?.[1] ?? "", /^ {6}(\w+):/gm);

    it("gets only names that Jitsi's image knows", () => expectKnownSettings("jvb", environment));

    it("is told where Prosody is, who it is, what its own address is, and to ask no stranger for it", () => {
      expect(environment).to.include.members(
        ["XMPP_SERVER", "XMPP_PORT", "JVB_AUTH_PASSWORD", "JVB_PORT", "JVB_ADVERTISE_IPS"].concat([
          "JVB_MUC_NICKNAME",
          "JVB_DISABLE_STUN",
          "JVB_ADVERTISE_PRIVATE_CANDIDATES",
        ]),
      );
      expect(compose)
        .to.match(/JVB_DISABLE_STUN: "1"/)
        .and.to.match(/JVB_ADVERTISE_PRIVATE_CANDIDATES: "0"/);
    });

    it("runs as the appliance's own bridge does: same image, same rights", () => {
      const shipped = read("docker-compose.yml");
      const rights = /^ {2}cap_drop: \[ALL\]\n {2}(cap_add: .+)$/m.exec(
        /^x-jitsi:[\s\S]+?\n\n/m.exec(shipped)?.[0] ?? "",
      );
      expect(rights?.[1]).to.be.a("string");
      expect(compose).to.include(rights?.[1]);
      expect(compose).to.include(`image: ghcr.io/jitsi/jvb:\${JITSI_TAG}`);
      expect(compose).not.to.match(/^ +(init|user|security_opt|privileged):/m);
    });
  });

  it("know every answer that configure takes, and hand passwords over in files", () => {
    const asked = matches(read("appliance/lib/answers.sh"), /^ {2}"([a-z0-9-]+)\|/gm);
    const vars = role("balie/vars/main.yml");
    const [plain, secret] = [list(vars, "balie_answers"), list(vars, "balie_secret_answers")];
    expect([...plain, ...secret].sort()).to.deep.equal(asked.sort());
    expect(secret.sort()).to.deep.equal(["database-url", "mail-server", "sip-password"]);
    expect(optionsOf("balie")).to.include.members(asked.map(variable));
  });

  it("each say in a few lines what they do, and check what they are given", () => {
    for (const name of fs.readdirSync(ROLES)) {
      expect(role(`${name}/README.md`).split("\n"), name).to.have.length.within(4, 16);
      const defaults = matches(role(`${name}/defaults/main.yml`), /^(\w+):/gm);
      const derived = ["docker_pool_digits"];
      for (const each of defaults.filter((one) => !derived.includes(one)))
        expect(optionsOf(name), `${each} of ${name}`).to.include(each);
    }
  });

  it("need nothing but Ansible's own modules", () => {
    const files = fs.globSync("**/*.yml", { cwd: path.join(ROOT, "ansible") });
    const modules = files.flatMap((file) =>
      matches(read(`ansible/${file}`), /^ +([a-z]+\.[a-z]+\.[a-z_]+):(?: [&*]\w+)?$/gm),
    );
    expect(modules).to.have.length.above(50);
    for (const name of modules) expect(name).to.match(/^ansible\.builtin\./);
  });
});
