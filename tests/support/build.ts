import { uuidv7 } from "#shared/ids.ts";

let count = 0;

/** A fixed instant that builders start from: 2026-03-02 09:00 UTC, long after every sample project began. */
export const builtAt = Date.UTC(2026, 2, 2, 9);

/** A number nobody used before in this process, for names that must differ. */
export function nextNumber(): number {
  count += 1;
  return count;
}

/** A fresh identifier whose order is the order of building. */
export function nextId(): string {
  const number = nextNumber();
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, number);
  return uuidv7(builtAt + number, random);
}

/** The columns of a fresh mutable row. */
export function fresh() {
  return { id: nextId(), version: 1, createdAt: builtAt, updatedAt: builtAt };
}
