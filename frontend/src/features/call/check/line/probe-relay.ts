import type { DeviceCheckInput, RelayList } from "@balie/contract/device-checks";

type Path = DeviceCheckInput["udp"];
const patienceMs = 8000;

/** Whether each kind of relay gives this browser a place: what a call needs in a network that lets nothing direct through. */
export const probeRelays = async (relays: RelayList["relays"]): Promise<{ udp: Path; tls: Path }> => {
  const probe = async (way: "udp" | "tls"): Promise<Path> => {
    const asked = relays.filter((relay) => relay.way === way);
    if (asked.length === 0 || typeof RTCPeerConnection === "undefined") return "unknown";
    const isOpen = await Promise.all(asked.map(isReached));
    return isOpen.includes(true) ? "open" : "closed";
  };
  const [udp, tls] = await Promise.all([probe("udp"), probe("tls")]);
  return { udp, tls };
};

const isReached = async ({ url, username, credential }: RelayList["relays"][number]): Promise<boolean> => {
  const connection = new RTCPeerConnection({
    iceServers: [{ urls: url, username, credential }],
    iceTransportPolicy: "relay",
  });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate.includes(" typ relay")) resolve(true);
      };
      connection.onicegatheringstatechange = () => {
        if (connection.iceGatheringState === "complete") resolve(false);
      };
      setTimeout(() => resolve(false), patienceMs);
      connection.createDataChannel("check");
      connection.setLocalDescription().catch(reject);
    });
  } catch {
    return false;
  } finally {
    connection.close();
  }
};
