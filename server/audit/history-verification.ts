import { asc, eq, gt, lt } from "drizzle-orm";

import { changeHash, chainStart } from "#server/db/change-chain.ts";
import type { ReadDb } from "#server/db/database.ts";
import { changes } from "#server/db/schema/index.ts";

/** A head of the chain that was written down elsewhere: in a backup's manifest or a line of the log. */
export type KnownHead = { seq: number; head: string };

export const historyFlaws = ["altered", "removed", "added", "cut", "rewritten"] as const;

/** The first change that does not fit, and in which way. */
export type HistoryFlaw = { seq: number; kind: (typeof historyFlaws)[number]; text: string };
export type HistoryVerdict = { count: number; head: string; flaw: HistoryFlaw | null };

type Walk = { seq: number; head: string };
const step = 1_000;

/**
 * Walks the history from `from` (the end of an earlier part; none: from the start) for at most `most` changes. Names
 * the first row that was altered, removed or added, and what differs.
 */
export async function walkHistory(db: ReadDb, from: Walk | null = null, most = Infinity): Promise<HistoryVerdict> {
  let { seq, head } = from ?? { seq: 0, head: chainStart };
  if (from === null) {
    const [early] = await db.select({ seq: changes.seq }).from(changes).where(lt(changes.seq, 1)).limit(1);
    if (early) return flawAt(early.seq, "added", 0, head, "numbers begin with 1; this row was put in by hand");
  }
  const last = seq + most;
  while (seq < last) {
    const rows = await db.select().from(changes).where(gt(changes.seq, seq)).orderBy(asc(changes.seq)).limit(step);
    for (const row of rows) {
      if (row.seq !== seq + 1)
        return flawAt(seq + 1, "removed", seq, head, `it is missing; the next one is number ${row.seq}`);
      if (row.hash !== changeHash(row))
        return flawAt(row.seq, "altered", seq, head, "what it says does not give the hash it carries");
      if (row.previousHash !== head)
        return flawAt(row.seq, "added", seq, head, `it does not follow change ${seq}: either of the two was put there`);
      seq = row.seq;
      head = row.hash;
      if (seq >= last) break;
    }
    if (rows.length < step) break;
  }
  return { count: seq, head, flaw: null };
}

/** Whether the history still holds a head that was known before: nothing cut off its end, nothing rewritten up to it. */
export async function compareWithHead(db: ReadDb, verdict: HistoryVerdict, known: KnownHead): Promise<HistoryVerdict> {
  if (verdict.flaw !== null || known.seq === 0) return verdict;
  const [row] = await db.select({ hash: changes.hash }).from(changes).where(eq(changes.seq, known.seq));
  const { count, head } = verdict;
  if (!row) {
    const lost = known.seq - count;
    const text = `the last ${lost} of ${known.seq} changes that were there before were removed`;
    return flawAt(count + 1, "cut", count, head, text);
  }
  if (row.hash === known.head) return verdict;
  return flawAt(
    known.seq,
    "rewritten",
    count,
    head,
    "it carries another hash than was kept: this or an earlier change was rewritten",
  );
}

function flawAt(seq: number, kind: HistoryFlaw["kind"], count: number, head: string, text: string): HistoryVerdict {
  return { count, head, flaw: { seq, kind, text } };
}
