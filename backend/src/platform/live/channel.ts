/** Loads what the subscribers of these keys should see now, all at once; a key that is gone is left out. */
export type LoadSnapshots<S> = (keys: string[]) => Promise<Map<string, S>>;
type Send = (frame: Buffer) => void;
type Snapshot<S> = { value: S; json: string };
type Newcomer = { send: Send; welcome: () => void; refuse: (fault: unknown) => void };
/** Those who see the same: all of them have been sent `snapshot`, the newcomers nothing yet. */
type Audience<S> = { topics: string[]; snapshot: Snapshot<S> | null; members: Set<Send>; newcomers: Newcomer[] };

export type Channel = {
  /** Resolves when the subscriber has been sent the snapshot, with what ends the subscription. */
  subscribe: (topics: string[], key: string, send: Send) => Promise<() => void>;
  /** Something of this topic changed; without one, anything may have. */
  refresh: (topic?: string) => void;
};

type Words<S> = {
  /** The name of the event that carries a whole snapshot (HTML Living Standard, 9.2.6). */
  event: string;
  load: LoadSnapshots<S>;
  /** What differs, for those who saw `before`, under a name of its own; null: send the whole. */
  change?: { event: string; between: (before: S, after: S) => unknown };
  onFault: (fault: unknown) => void;
};

const longestRetryMs = 30_000;

/** Live snapshots to many subscribers: the whole to whoever comes, then what changed. Loaded, compared and encoded once per key and process, however many
    watch. One load runs at a time, so that none is overtaken by an older one; news that comes meanwhile waits for one more. Nothing is sent twice. A load that fails is tried again in a second, later more seldom. */
export function createChannel<S>({ event, load, change, onFault }: Words<S>): Channel {
  const audiences = new Map<string, Audience<S>>();
  const changed = new Set<string>();
  let isWorking = false;
  let failures = 0;

  const dueFor = (topics: Set<string>) =>
    [...audiences].filter(
      ([, { newcomers, topics: own }]) =>
        newcomers.length > 0 || topics.has("*") || own.some((topic) => topics.has(topic)),
    );

  const work = async () => {
    if (isWorking) return;
    isWorking = true;
    for (;;) {
      const due = dueFor(changed);
      const news = [...changed];
      changed.clear();
      if (due.length === 0) break;
      if (await deliver(due)) failures = 0;
      else if (news.length > 0) {
        // Whoever watches knows nothing of it yet: it stays news.
        for (const topic of news) changed.add(topic);
        setTimeout(work, Math.min(1_000 * 2 ** failures++, longestRetryMs)).unref();
        break;
      }
    }
    isWorking = false;
  };

  const deliver = async (due: [string, Audience<S>][]): Promise<boolean> => {
    const coming = due.map(([, audience]) => audience.newcomers.splice(0));
    try {
      const values = await load(due.map(([key]) => key));
      for (const [index, [key, audience]] of due.entries()) tell(audience, coming[index]!, values.get(key));
      return true;
    } catch (fault) {
      onFault(fault);
      for (const { refuse } of coming.flat()) refuse(fault);
      for (const [key, audience] of due) forgetEmpty(key, audience);
      return false;
    }
  };

  const tell = (audience: Audience<S>, newcomers: Newcomer[], value: S | undefined) => {
    const next = value === undefined ? null : { value, json: JSON.stringify(value) };
    const before = audience.snapshot;
    if (next && next.json !== before?.json) {
      audience.snapshot = next;
      if (audience.members.size > 0) sendAll(audience.members, before ? changeFrame(before, next) : wholeFrame(next));
    }
    const whole = next && newcomers.length > 0 ? wholeFrame(next) : null;
    for (const { send, welcome } of newcomers) {
      audience.members.add(send);
      if (whole) send(whole);
      welcome();
    }
  };

  const forgetEmpty = (key: string, audience: Audience<S>) => {
    if (audience.members.size === 0 && audience.newcomers.length === 0 && audiences.get(key) === audience)
      audiences.delete(key);
  };

  const wholeFrame = ({ json }: Snapshot<S>) => frameOf(event, json);
  const changeFrame = (before: Snapshot<S>, after: Snapshot<S>) => {
    const difference = change?.between(before.value, after.value) ?? null;
    return change && difference !== null ? frameOf(change.event, JSON.stringify(difference)) : wholeFrame(after);
  };

  return {
    refresh: (topic = "*") => {
      changed.add(topic);
      void work();
    },
    subscribe: (topics, key, send) => {
      const audience = audiences.get(key) ?? { topics, snapshot: null, members: new Set(), newcomers: [] };
      audiences.set(key, audience);
      const leave = () => {
        audience.members.delete(send);
        forgetEmpty(key, audience);
      };
      return new Promise((resolve, reject) => {
        audience.newcomers.push({ send, welcome: () => resolve(leave), refuse: reject });
        void work();
      });
    },
  };
}

const sendAll = (members: Set<Send>, frame: Buffer) => {
  for (const send of members) send(frame);
};

const frameOf = (event: string, json: string) => Buffer.from(`event: ${event}\ndata: ${json}\n\n`);
