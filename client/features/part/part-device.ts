import { partReports } from "#client/features/part/part-reports.ts";
import type { KeptPart, PartStore, TypedLine } from "#client/features/part/part-store.ts";
import type { Part } from "#shared/features/part/part.ts";

/** What this device holds of one part: written at every key, gone when all of it arrived. */
export class PartDevice {
  readonly #store: PartStore;
  #kept: KeptPart;

  constructor(store: PartStore) {
    this.#store = store;
    this.#kept = store.read();
  }

  readonly kept = (): KeptPart => this.#kept;

  /** What was typed for a line and has not arrived; null takes it away. Written with the next `write`. */
  readonly type = (contributionId: string, line: TypedLine | null): void => {
    const { [contributionId]: _before, ...others } = this.#kept.typed;
    this.#kept = { ...this.#kept, typed: line === null ? others : { ...others, [contributionId]: line } };
  };

  /** Typed texts that never arrived, by the line's title. */
  readonly unsent = (part: Part | null): { title: string; text: string }[] =>
    Object.entries(this.#kept.typed).map(([contributionId, { text }]) => ({
      title: part?.items.find((item) => item.contributionId === contributionId)?.title ?? "",
      text: partReports.plainText(text) ?? "",
    }));

  /** Writes all of it, or nothing once all has arrived; answers how many lines wait, and whether the device keeps them. */
  readonly write = (part: Part | null, queue: readonly string[]): { waiting: number; isKept: boolean } => {
    this.#kept = { part, typed: this.#kept.typed, queue: [...queue] };
    const waiting = new Set([...Object.keys(this.#kept.typed), ...queue]).size;
    if (part === null) return { waiting, isKept: true };
    const isDone = waiting === 0 && part.items.every(({ mayWrite }) => !mayWrite);
    if (!isDone) return { waiting, isKept: this.#store.write(this.#kept) };
    this.#store.clear();
    return { waiting, isKept: true };
  };

  /** Takes it off the device; what was typed stays readable until the page is closed. */
  readonly clear = (): void => this.#store.clear();

  /** Takes it off the device and out of the page. */
  readonly forget = (): void => {
    this.#kept = { part: null, typed: {}, queue: [] };
    this.#store.clear();
  };
}
