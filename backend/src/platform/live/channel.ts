/** Loads what the subscribers of these keys should see now, all at once; a key that is gone is left out. */
export type LoadSnapshots = (keys: string[]) => Promise<Map<string, unknown>>;
type Send = (frame: Buffer) => void;
type Subscriber = { topics: string[]; key: string; send: Send; last: string };
export type Channel = {
  subscribe: (topics: string[], key: string, send: Send) => Promise<() => void>;
  /** Something of this topic changed; without one, anything may have. */
  refresh: (topic?: string) => void;
};

/** Whole snapshots to many subscribers: what changed is loaded once per key and process, however many watch, and while a load runs further news waits for
    one more. Nothing is sent twice. A snapshot is encoded once, as a server-sent event of this name (HTML Living Standard, 9.2.6). */
export function createChannel(event: string, load: LoadSnapshots, onFault: (fault: unknown) => void): Channel {
  const subscribers = new Set<Subscriber>();
  const changed = new Set<string>();
  let isLoading = false;

  const deliver = async (chosen: Subscriber[]) => {
    const snapshots = await load([...new Set(chosen.map(({ key }) => key))]);
    const encoded = new Map(
      [...snapshots].map(([key, snapshot]) => {
        const json = JSON.stringify(snapshot);
        return [key, { json, frame: Buffer.from(`event: ${event}\ndata: ${json}\n\n`) }];
      }),
    );
    for (const subscriber of chosen) {
      const snapshot = encoded.get(subscriber.key);
      if (!snapshot || snapshot.json === subscriber.last || !subscribers.has(subscriber)) continue;
      subscriber.last = snapshot.json;
      subscriber.send(snapshot.frame);
    }
  };
  const work = async () => {
    if (isLoading) return;
    isLoading = true;
    while (changed.size > 0) {
      const topics = new Set(changed);
      changed.clear();
      const chosen = [...subscribers].filter(
        ({ topics: own }) => topics.has("*") || own.some((topic) => topics.has(topic)),
      );
      if (chosen.length > 0) await deliver(chosen).catch(onFault);
    }
    isLoading = false;
  };

  return {
    refresh: (topic = "*") => {
      changed.add(topic);
      void work();
    },
    subscribe: async (topics, key, send) => {
      const subscriber = { topics, key, send, last: "" };
      subscribers.add(subscriber);
      await deliver([subscriber]);
      return () => void subscribers.delete(subscriber);
    },
  };
}
