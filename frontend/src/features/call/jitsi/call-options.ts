import type { CallTokenView } from "@balie/contract/meetings";

/** With a bridge, calls never go browser to browser: nobody learns another's home address. Without one there is no focus to wait for.
    An empty STUN list: left out, the library asks a public server. Keep-alive -1: no extra requests to the server's address. */
export const connectionOptions = (call: CallTokenView): object => ({
  hosts: { domain: call.domain, muc: call.mucDomain },
  serviceUrl: serviceUrl(call),
  enableWebsocketResume: true,
  websocketKeepAlive: -1,
  p2p: peerToPeer(call),
  analytics: { rtcstatsEnabled: false },
  ...(call.hasBridge ? { bridgeChannel: { preferSctp: true } } : {}),
});

export const conferenceOptions = (call: CallTokenView): object =>
  call.hasBridge
    ? { p2p: peerToPeer(call), enableNoisyMicDetection: false }
    : { p2p: peerToPeer(call), disableFocus: true, openBridgeChannel: false, enableNoisyMicDetection: false };

const peerToPeer = (call: CallTokenView) => ({ enabled: !call.hasBridge, stunServers: [] });

/** Several server features read the room from the query. */
const serviceUrl = (call: CallTokenView): string => {
  const url = new URL(call.serviceUrl);
  url.searchParams.set("room", call.room);
  return url.href;
};
