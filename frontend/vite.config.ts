import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { compress } from "./vite-compress.ts";
import { frame } from "./vite-frame.ts";
import { libs } from "./vite-libs.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** index.html is served at /, appointment.html at /a/<token>, console.html at /console, helper.html at /h/<token>, interpreters.html at /interpreters, kiosk.html at /kiosk, reservation.html at /i/<token> and /t/<token>, welcome.html at /welcome/<token>. */
const pages = [
  "index.html",
  "appointment.html",
  "console.html",
  "helper.html",
  "interpreters.html",
  "kiosk.html",
  "reservation.html",
  "welcome.html",
]
  .map(here)
  .filter((page) => existsSync(page));

/** What the booking page has of ui and platform, and so every page. */
const ofEveryPage =
  /frontend\/src\/(ui\/(?!Dialog|Lazy|Fence|CheckChoice|keep-focus|slots|easy)|platform\/(?!live|now|easy-mode|presence|read-aloud))\w/;
/** What all but the booking page have besides. */
const ofMostPages =
  /frontend\/src\/(ui\/(Lazy|LazyOnce|Fence|Dialog|easy\/(Extra|easy\.texts))|platform\/(easy-mode|presence))\.tsx?$/;
/** What citizens, helpers and clerks alike have in a call. */
const ofEveryCall =
  /features\/call\/(stage\/CallStage|trust\/Trust|stage\/use-call|stage\/use-local-media|trouble\/WaitingTroubles|stage\/(OwnDevices|LeaveWaiting)|check\/DeviceCheck|citizen\/use-citizen-call|citizen\/presence)/;
const ofEveryCallTexts = /contract\/src\/locales\/(call|line|phone|quality|seeing|sound|text|trust)\/\w+\.ts$/;

export default defineConfig({
  plugins: [frame(), libs(), compress()],
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
            { name: "preact", test: /node_modules\/preact\//, priority: 3 },
            // One request for the texts that every page has, and one for those that every call has, per language.
            { name: inLanguage("texts"), test: /contract\/src\/locales\/(ui|refusals)\/\w+\.ts$/, priority: 2 },
            { name: inLanguage("call-texts"), test: ofEveryCallTexts, priority: 2 },
            // Cut as pages need it, and not anew wherever two of them share a file: each cut costs a request and compresses worse.
            { name: "page", test: ofEveryPage, priority: 2 },
            { name: "lazy", test: ofMostPages, priority: 2 },
            { name: "call-texts", test: /features\/call\/(?!company|own-link).*\.texts\.ts$/, priority: 1 },
            { name: "call", test: ofEveryCall, priority: 0 },
          ],
        },
      },
    },
  },
});

function inLanguage(name: string) {
  return (file: string): string => `${name}-${/(\w+)\.ts$/.exec(file)?.[1] ?? "all"}`;
}
