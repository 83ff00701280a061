import fs from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { ROOT } from "./operator-folder.ts";

/** Gone, or listed upstream and read by nothing. */
const deprecated =
  /^(ENABLE_COLIBRI_WEBSOCKET|ENABLE_SCTP|JVB_WS_.*|JVB_TCP_.*|DOCKER_HOST_ADDRESS|XMPP_RECORDER_DOMAIN|ENABLE_S2S|JICOFO_COMPONENT_SECRET|JIBRI_SIP_BREWERY_MUC|JIGASI_TRUSTED_DOMAINS|JIGASI_DISABLE_SIP|ENABLE_VLA|ENABLE_STATS_ID|CODEC_ORDER_P2P.*|PROSODY_ADMINS)$/;

/** What an image of Jitsi's is given are names that it knows and still reads. */
export function expectKnownSettings(image: string, names: string[]): void {
  const list = path.join(ROOT, `appliance/test-data/jitsi-env/env-${image}.txt`);
  const known = fs.readFileSync(list, "utf8").split(/\s+/).filter(Boolean);
  expect(names, image).to.have.length.above(3);
  for (const name of names) {
    expect(known, image).to.include(name);
    expect(name, image).not.to.match(deprecated);
  }
}
