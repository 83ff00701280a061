/** Loads what the subscribers of these keys should see now, all at once; a key that is gone is left out. */
export type LoadSnapshots = (keys: string[]) => Promise<Map<string, unknown>>;
type Subscriber = { topics: string[]; key: string; send: (json: string) => void; last: string };
export type Channel = {
  subscribe: (topics: string[], key: string, send: (json: string) => void) => Promise<() => void>;
  /** Something of this topic changed; without one, anything may have. */
  refresh: (topic?: string) => void;
};

/** Whole snapshots to many subscribers: what changed is loaded once per key and process, however many watch, and while a load runs further news waits for
    one more. Nothing is sent twice. */
export function createChannel(load: LoadSnapshots, onFault: (fault: unknown) => void): Channel {
  const subscribers = new Set<Subscriber>();
  const changed = new Set<string>();
  let isLoading = false;

  const deliver = async (chosen: Subscriber[]) => {
    const snapshots = await load([...new Set(chosen.map(({ key }) => key))]);
    const asJson = new Map([...snapshots].map(([key, snapshot]) => [key, JSON.stringify(snapshot)]));
    for (const subscriber of chosen) {
      const json = asJson.get(subscriber.key);
      if (json === undefined || json === subscriber.last || !subscribers.has(subscriber)) continue;
      subscriber.last = json;
      subscriber.send(json);
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
