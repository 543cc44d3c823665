import type { KnownReport } from "#client/features/reporting/report-draft.ts";
import type { ReportText } from "#client/features/reporting/report-text.ts";
import type { Part } from "#shared/features/part/part.ts";

/** What was typed for a line, and the saved report it stands on. */
export type TypedLine = { known: KnownReport; text: ReportText };

/** What a device keeps for a link: the last answer of the server, typed lines by contribution, and lines to hand in. */
export type KeptPart = { part: Part | null; typed: Record<string, TypedLine>; queue: string[] };

const prefix = "consortia-part:";
const nothing: KeptPart = { part: null, typed: {}, queue: [] };

/** Where a device keeps the drafts of one link. Written at every key, so that a closed tab loses nothing. */
export type PartStore = {
  read(): KeptPart;
  /** False when the device keeps nothing (storage full or closed). */
  write(kept: KeptPart): boolean;
  clear(): void;
};

/** The store of a link by its name (`partKeyOf`), in this browser. */
export function partStore(key: string, storage: () => Storage = () => localStorage): PartStore {
  const name = prefix + key;
  return {
    read() {
      try {
        const text = storage().getItem(name);
        return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<KeptPart>) };
      } catch {
        return nothing;
      }
    },
    write(kept) {
      try {
        storage().setItem(name, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    clear() {
      try {
        storage().removeItem(name);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
