import type { Place } from "#shared/features/imports/consortium.ts";
import type { CordisContent, CordisField } from "#shared/features/imports/cordis-columns.ts";
import type { CellValue } from "#shared/features/imports/cordis-rules.ts";

/** One record of a source before its values are judged; `columns` names where each value stands. */
export type SourceRecord = {
  content: CordisContent;
  place: Place;
  values: Partial<Record<CordisField, CellValue>>;
  columns: Partial<Record<CordisField, string>>;
  /** Fields whose cell holds a formula. */
  computed: CordisField[];
};
