import { createHash } from "node:crypto";

/** Sizes of the benchmark database. */
export const sizes = {
  organisations: 1_000,
  projects: 2_000,
  participants: 8,
  streams: 6,
  contributions: 40,
  updates: 2,
  milestones: 6,
  periods: 4,
};

/** A deterministic UUID for the n-th record of a kind, rising with n. */
export function benchId(kind: string, number: number): string {
  const prefix = createHash("sha256").update(kind).digest("hex").slice(0, 4);
  const digits = number.toString(16).padStart(12, "0");
  return `01980000-${digits.slice(0, 4)}-7${prefix.slice(0, 3)}-8${prefix.slice(0, 3)}-${digits}`;
}

/** A small deterministic sequence of numbers in [0, 1): mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const benchAt = Date.UTC(2026, 2, 2);
export const benchUser = benchId("user", 1);
export const benchCluster = benchId("organisation", 0);
export const benchToken = "bench-session-token-of-the-one-person-who-asks";
