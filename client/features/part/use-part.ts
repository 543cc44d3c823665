import { useEffect, useState, useSyncExternalStore } from "react";
import { partClient } from "#client/features/part/part-client.ts";
import { partStore } from "#client/features/part/part-store.ts";
import { PartSync } from "#client/features/part/part-sync.ts";
import { partKeyOf } from "#client/features/part/part-token.ts";

const pause = 1200;

/** The part that a token opens: drawn from what this device keeps at once, read anew whenever the network or the reader is back. */
export function usePart(token: string) {
  const [sync] = useState(() => new PartSync({ client: partClient(token), store: partStore(partKeyOf(token)), pause }));
  const view = useSyncExternalStore(sync.subscribe, sync.view);
  useEffect(() => {
    const refresh = () => void sync.refresh();
    const returned = () => {
      if (document.visibilityState === "visible") refresh();
    };
    refresh();
    window.addEventListener("online", refresh);
    document.addEventListener("visibilitychange", returned);
    return () => {
      window.removeEventListener("online", refresh);
      document.removeEventListener("visibilitychange", returned);
      sync.stop();
    };
  }, [sync]);
  return { sync, view };
}
