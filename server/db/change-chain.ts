import { createHash } from "node:crypto";

import { asc, gt } from "drizzle-orm";

import type { ChangedFields } from "#shared/features/changes/change-words.ts";

import { canonicalJson } from "./canonical-json.ts";
import type { ReadDb } from "./database.ts";
import { changes } from "./schema/changes.ts";

export type ChangeRow = typeof changes.$inferSelect;

/** The hash before the first change. */
export const chainStart = "";

// Bookkeeping of the row, not content of the record.
const silentFields = new Set(["version", "createdAt", "updatedAt", "search"]);
// What is removed is kept whole but for what can be computed: the bin puts the row back as it was.
const silentInRemovals = new Set(["updatedAt", "search"]);

/** Fields that differ between two states of a record, as [before, after]; a missing state counts as all null. */
export function changedFields(
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): ChangedFields {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const found: ChangedFields = {};
  const silent = after === null ? silentInRemovals : silentFields;
  for (const name of names) {
    const pair: [unknown, unknown] = [before?.[name] ?? null, after?.[name] ?? null];
    if (!silent.has(name) && canonicalJson(pair[0]) !== canonicalJson(pair[1])) found[name] = pair;
  }
  return found;
}

/** SHA-256 in hex over the previous hash and the canonical JSON of the row without its hashes. */
export function changeHash(row: Omit<ChangeRow, "hash">): string {
  const { previousHash, ...content } = row;
  delete (content as Partial<ChangeRow>).hash;
  return createHash("sha256").update(previousHash).update(canonicalJson(content)).digest("hex");
}

export type ChainCheck = { count: number; head: string; brokenAtSeq: number | null };

/**
 * Walks the whole history: numbers without a gap from 1, each row holding the hash of the one before and its own.
 * Stops at the first row that was altered, removed or inserted and names its number.
 */
export async function verifyChain(db: ReadDb): Promise<ChainCheck> {
  let head = chainStart;
  let count = 0;
  for (;;) {
    const rows = await db.select().from(changes).where(gt(changes.seq, count)).orderBy(asc(changes.seq)).limit(1000);
    for (const row of rows) {
      if (row.seq !== count + 1 || row.previousHash !== head || row.hash !== changeHash(row))
        return { count, head, brokenAtSeq: count + 1 };
      head = row.hash;
      count = row.seq;
    }
    if (rows.length === 0) return { count, head, brokenAtSeq: null };
  }
}
