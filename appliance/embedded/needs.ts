import path from "node:path";
import { type DebianPackage, ensurePackage } from "./packages.ts";
import { ROOT } from "./scene.ts";

/** What a test, drill or bench can need of Debian. */
export type Need = keyof typeof PACKAGES;

const PACKAGES = {
  prosody: { name: "prosody", command: "prosody" },
  chromium: { name: "chromium", command: "chromium" },
  "chromium-shell": { name: "chromium-headless-shell", command: "chromium-headless-shell" },
  firefox: { name: "firefox-esr", command: "firefox-esr" },
  shellcheck: { name: "shellcheck", command: "shellcheck" },
  prometheus: { name: "prometheus", command: "promtool" },
  coturn: { name: "coturn", command: "turnserver" },
  iptables: { name: "iptables", command: "iptables" },
} as const satisfies Record<string, DebianPackage>;

/** Installs what is needed, where we may. What stays missing is told once each, with the command that brings it. */
export async function whatStaysMissing(
  needed: readonly string[],
): Promise<{ missing: ReadonlySet<string>; advice: string[] }> {
  const missing = new Set<string>();
  const advice: string[] = [];
  for (const name of Object.keys(PACKAGES) as Need[]) {
    if (!needed.includes(name)) continue;
    if (name.startsWith("chromium") && process.env.CHROMIUM_PATH) continue;
    if (name === "firefox" && process.env.FIREFOX_PATH) continue;
    const logFile = path.join(ROOT, ".balie/log/apt.log");
    const state = await ensurePackage(PACKAGES[name], { say: console.log, logFile });
    if (state.isPresent) continue;
    missing.add(name);
    advice.push(state.advice);
  }
  return { missing, advice };
}
