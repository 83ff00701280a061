import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compress } from "./vite-compress.ts";
import { libs } from "./vite-libs.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** index.html is served at /, appointment.html at /a/<token>, console.html at /console, welcome.html at /welcome/<token>. */
const pages = ["index.html", "appointment.html", "console.html", "welcome.html"]
  .map(here)
  .filter((page) => existsSync(page));

export default defineConfig({
  plugins: [libs(), compress()],
  root: here("."),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { conditions: ["source", "module", "browser", "development|production"] },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // The pages' Content-Security-Policy has no `data:` for fonts and no inline code: every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pages,
      output: {
        codeSplitting: {
          groups: [
            { name: "preact", test: /node_modules\/preact\//, priority: 2 },
            // One request for the texts that every page has, per language.
            {
              name: sharedTexts,
              debugName: "texts",
              test: /contract\/src\/locales\/(ui|refusals)\/\w+\.ts$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});

function sharedTexts(file: string): string {
  return `texts-${/(\w+)\.ts$/.exec(file)?.[1] ?? "all"}`;
}
