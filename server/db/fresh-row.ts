import type { HousekeepingTx } from "./database.ts";

/** What a new mutable row begins with: its identifier, version 1, and the instant of the transaction; see `revision` in columns.ts. */
export function freshRow(tx: Pick<HousekeepingTx, "id" | "now">): {
  id: string;
  version: number;
  createdAt: number;
  updatedAt: number;
} {
  return { id: tx.id(), version: 1, createdAt: tx.now, updatedAt: tx.now };
}
