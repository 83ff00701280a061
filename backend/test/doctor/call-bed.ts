import { Backend } from "../../../jitsi-config/test/support/backend.js";
import { controlSecret, Prosody } from "../../../jitsi-config/test/support/prosody.js";
import { appId, appSecret } from "../../../jitsi-config/test/support/tokens.js";
import { domain, mucDomain } from "../../../jitsi-config/test/support/xmpp-client.js";
import { createCounterControl } from "../../src/platform/calls/counter-control.js";
import { startBridge } from "./bridge-stand-in.js";

type Planted = {
  focus?: "no_bridge" | "mute" | "away";
  /** Beside or instead of the bridge's own address: "192.0.2.1:10000 bridge". */
  candidates?: string;
  /** The backend's answer to Prosody's start. */
  backendStatus?: number;
};

/** A real Prosody of the embedded mode, in which stand-ins for jicofo and the bridge bring two people together. */
export async function startCallBed({ focus, candidates = "bridge", backendStatus }: Planted = {}) {
  const bridge = await startBridge();
  const backend = await Backend.start();
  if (backendStatus) backend.answer = () => ({ status: backendStatus, body: {} });
  const settings = `
    Component "${mucDomain}" "muc"
    modules_enabled = { "muc_counter_token", "counter_control", "test_focus" }
    test_focus_mood = "${focus ?? "well"}"
    test_focus_candidates = "${candidates.replace("bridge", `127.0.0.1:${bridge.port}`)}"
    test_focus_ufrag = "${bridge.ufrag}"
    test_focus_pwd = "${bridge.password}"
    ${focus === "away" ? "" : `Component "focus.${domain}" "test_focus"`}
  `;
  const prosody = await Prosody.start({ webhook: backend.url, settings });
  if (!backendStatus) await prosody.isOpen();
  const address = `ws://127.0.0.1:${prosody.port}/xmpp-websocket`;
  return {
    prosody,
    backend,
    bridge,
    trial: {
      entrances: { publicAddress: address, insideAddress: address, domain },
      settings: { appId, appSecret, domain },
      mucDomain,
      control: createCounterControl(prosody.controlUrl, controlSecret),
      now: new Date(),
      offerLimitMs: 1_500,
    },
    stop: async () => {
      await prosody.stop();
      await backend.close();
      await bridge.stop();
    },
  };
}
