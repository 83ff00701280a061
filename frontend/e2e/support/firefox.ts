import { existsSync } from "node:fs";
import { type Browser, firefox } from "playwright-core";

const path = process.env["FIREFOX_PATH"] ?? "/usr/bin/firefox-esr";

/** undefined: it is here. Else one sentence that says what to do. */
export const firefoxMissing = (): string | undefined =>
  existsSync(path) ? undefined : "Firefox is missing (apt-get install firefox-esr, or FIREFOX_PATH)";

/** Debian's own Firefox, by WebDriver BiDi: no geckodriver, and no Firefox of Playwright's. */
export const startFirefox = async (): Promise<Browser> => {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: path,
    firefoxUserPrefs: prefs,
    timeout: 60_000,
  });
  leaveOutWhatEsrLacks(browser);
  return browser;
};

const prefs = {
  // A moving picture and a tone instead of devices, and no question whether we may.
  "media.navigator.streams.fake": true,
  "media.navigator.permission.disabled": true,
  // Both people are on this machine, which may have no other network, nor anything that answers mDNS names.
  "media.peerconnection.ice.loopback": true,
  "media.peerconnection.ice.obfuscate_host_addresses": false,
  // No download of OpenH264: VP8, VP9 and AV1 are built in.
  "media.gmp-manager.updateEnabled": false,
  "media.gmp-provider.enabled": false,
};

interface Inner {
  readonly _connection: { toImpl(browser: Browser): { readonly _browserSession: Session } };
}
interface Session {
  send(method: string, parameters: object): Promise<unknown>;
}

/** Playwright tells every new context its colour scheme, by a command that ESR 153 does not know yet, and there is no option against it. */
const leaveOutWhatEsrLacks = (browser: Browser): void => {
  const session = (browser as unknown as Inner)._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = async (method, parameters) =>
    method === "emulation.setMediaFeaturesOverride" ? {} : send(method, parameters);
};
