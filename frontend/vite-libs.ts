import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const fileName = "libs/lib-jitsi-meet.min.js";

/** Serves the call library at the same path as the Jitsi web image does in the appliance; there the proxy answers before this file.
    The build on npm reads jQuery from `window.jquery`, so both are one file. */
export const libs = (): Plugin => ({
  name: "balie-libs",
  generateBundle() {
    this.emitFile({ type: "asset", fileName, source: library() });
  },
  configureServer(server) {
    server.middlewares.use(`/${fileName}`, (_request, response) => {
      response.setHeader("content-type", "text/javascript");
      response.end(library());
    });
  },
});

const library = (): string =>
  [
    packageFile("jquery", "dist/jquery.min.js"),
    "window.jquery=window.jQuery;",
    packageFile("@jitsi/lib-jitsi-meet", "lib-jitsi-meet.min.js"),
  ]
    .map(withoutSourceMap)
    .join("\n;");

const packageFile = (name: string, path: string): string => {
  const entry = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return readFileSync(join(dirname(entry), path), "utf8");
};

/** The source map stays behind. */
const withoutSourceMap = (code: string): string => code.replace(/\n?\/\/# sourceMappingURL=\S*\s*$/, "");
