import pg from "pg";

import { changeChannel, type PostgresOptions } from "./postgres.ts";

export type ChangeListener = { close(): Promise<void> };

const reconnectAfterMs = 1000;

/**
 * Hears the commits of other processes and calls `wake` with their last change number; after a lost connection with
 * null, because notices may have been missed. Own notices are left out: they were told already.
 */
export async function listenForChanges(
  { url, instance, report }: PostgresOptions,
  wake: (seq: number | null) => void,
): Promise<ChangeListener> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4000, keepAlive: true });
    next.on("error", report);
    next.on("end", reconnectLater);
    next.on("notification", ({ payload = "" }) => {
      const [sender, seq] = payload.split(":");
      if (sender !== instance) wake(Number(seq));
    });
    client = next;
    await next.connect();
    await next.query(`LISTEN ${changeChannel}`);
  }

  function reconnectLater(): void {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      connect().then(
        () => wake(null),
        (error: unknown) => {
          report(error);
          reconnectLater();
        },
      );
    }, reconnectAfterMs);
    timer.unref();
  }

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
