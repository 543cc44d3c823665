import { useState } from "react";
import { faultOf } from "#client/lib/fault.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";

/**
 * The version of a record as a form saw it when it opened, whatever arrives live while somebody types in it. A save that
 * comes second is refused and `learn`s the row as it stands (`present`): the next save goes on top of it, knowingly.
 */
export function useSeenVersion(version: number) {
  const [seen, setSeen] = useState(version);
  const [present, setPresent] = useState<PresentRow>();
  const learn = (error: unknown) => {
    const fault = faultOf(error);
    const row = (fault.present ?? undefined) as PresentRow | undefined;
    if (fault.appCode !== "STALE" || row?.version === undefined) return;
    setSeen(row.version);
    setPresent(row);
  };
  return { version: seen, present, learn };
}
