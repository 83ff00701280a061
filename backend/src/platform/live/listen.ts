import pg from "pg";

type Listener = { stop: () => Promise<void> };

/** One LISTEN connection of a process (it needs a direct one: no transaction pooler). `onLive` hears each payload by channel; `onReturn` is called after a broken
    connection is back, as news may have been missed. */
export async function listen(
  url: string,
  channels: Record<string, (payload: string) => void>,
  onReturn: () => void,
): Promise<Listener> {
  let client: pg.Client | undefined;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: "balie-live",
    });
    next.on("error", () => undefined);
    next.on("end", () => {
      if (!isStopped && client === next) reconnect();
    });
    next.on("notification", ({ channel, payload }) => channels[channel]?.(payload ?? ""));
    await next.connect();
    client = next;
    for (const channel of Object.keys(channels)) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
  };
  const reconnect = () => {
    clearTimeout(retry);
    retry = setTimeout(() => connect().then(onReturn, reconnect), 250);
  };

  await connect();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
