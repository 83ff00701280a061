import { expect } from "chai";
import { NO_DOCKER, OperatorFolder } from "./operator-folder.ts";

/** What nobody can guess. */
export const ANSWERS = {
  domain: "balie.voorbeeldegem.be",
  "mail-server": "smtp://mail.voorbeeldegem.be:587",
  "admin-email": "ict@voorbeeldegem.be",
  "public-ip": "203.0.113.10",
};
export const flags = (answers: Record<string, string>) =>
  Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);

/** What the tests of `configure` begin with, called in their `describe`: an operator's folder, a new one for each test, and the ways to call it. */
export const startConfiguring = () => {
  let folder: OperatorFolder;
  beforeEach(() => {
    folder = new OperatorFolder();
  });
  afterEach(() => folder.remove());

  const configure = (args: string[] = [], env = {}) =>
    folder.run("configure", ["--non-interactive", ...args], { ...NO_DOCKER, ...env });
  const first = async (more: Record<string, string> = {}) => {
    const outcome = await configure(flags({ ...ANSWERS, ...more }));
    expect(outcome.code, outcome.stderr).to.equal(0);
    return outcome;
  };
  const setting = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(folder.read(".env"))?.[1];
  const refused = async (args: string[]) => {
    const before = folder.snapshot();
    const { code, stderr } = await configure(args);
    expect(code, stderr).to.equal(1);
    expect(folder.snapshot(), "nothing was changed").to.deep.equal(before);
    return stderr;
  };
  return { begun: () => folder, configure, first, setting, refused };
};
