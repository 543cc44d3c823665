import { useState } from "react";
import { trpcClient } from "#client/app/trpc.ts";
import type { HistoryPart } from "#shared/features/audit/audit.ts";

type Walk = { part: HistoryPart | null; isWalking: boolean; error: unknown };

/** Walks the chain of the history part by part, so that the page shows how far it is and can be left at any time. */
export function useHistoryWalk() {
  const [walk, setWalk] = useState<Walk>({ part: null, isWalking: false, error: null });
  const start = async () => {
    setWalk({ part: null, isWalking: true, error: null });
    try {
      let part: HistoryPart | null = null;
      while (part === null || !part.isDone) {
        const from: { seq: number; head: string } | null = part === null ? null : { seq: part.seq, head: part.head };
        part = await trpcClient.audit.verify.query({ from });
        setWalk({ part, isWalking: !part.isDone, error: null });
      }
    } catch (error) {
      setWalk((former) => ({ ...former, isWalking: false, error }));
    }
  };
  return { ...walk, start };
}
