import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../../appliance/embedded/build.ts";
import { ROOT } from "../../../appliance/embedded/scene.ts";
import type { Stack } from "../../../appliance/embedded/stack.ts";
import { startThrowAwayStack } from "../../../appliance/embedded/throw-away-stack.ts";

/** The same stories then run against the appliance: in its containers, through its proxy, over HTTPS. */
export const isInLab = process.env["LAB"] === "1";

/** Everything of the embedded mode, real, in a folder that is thrown away. LIBS_FILE is another build of lib-jitsi-meet to
    run with: the appliance has a newer one than npm. `settings`: more of them for backend and worker; `gatewayPassword`: its Prosody knows
    a telephone gateway by it. */
export const startOwnStack = async (settings: Record<string, string> = {}, gatewayPassword = ""): Promise<Stack> => {
  if (isInLab) return (await import("../../../appliance/lab/support/stack.ts")).labStack();
  const say = (line: string) => process.env["VERBOSE"] && console.log(line);
  const libsFile = process.env["LIBS_FILE"];
  const pages = libsFile ? await pagesWith(libsFile, say) : undefined;
  const stack = await startThrowAwayStack({
    say,
    env: {
      all: settings,
      backend: pages ? { STATIC_DIR: pages } : {},
      prosody: gatewayPassword ? { PHONE_GATEWAY_PASSWORD: gatewayPassword } : {},
    },
  });
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      if (pages) rmSync(pages, { recursive: true, force: true });
    },
  };
};

/** A copy of the built pages with that library, and without the npm build's compressed copies, which would be served first. */
const pagesWith = async (libsFile: string, say: (line: string) => void): Promise<string> => {
  await build({ root: ROOT, say });
  const pages = mkdtempSync(join(tmpdir(), "balie-pages-"));
  cpSync(join(ROOT, "frontend/dist"), pages, { recursive: true });
  const served = join(pages, "libs/lib-jitsi-meet.min.js");
  for (const each of [".gz", ".br"]) rmSync(served + each, { force: true });
  cpSync(libsFile, served);
  return pages;
};
