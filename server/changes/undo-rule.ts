import { forbidden } from "#shared/fault.ts";
import type { EntityName } from "#shared/features/changes/change-words.ts";
import type { UndoReason } from "#shared/features/changes/undo-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import type { RowStore, StoredRow } from "#server/db/row-store.ts";

export type Values = Record<string, unknown>;

/** What an act did to one record, all its changes of it taken together. */
export type UndoStep = {
  entity: EntityName;
  entityId: string;
  projectId: string | null;
  organisationId: string | null;
  confidentialTo: string | null;
  at: number;
  actorId: string | null;
  /** What the changes were called. */
  actions: readonly string[];
  /** The fields that changed, as the act found them; null: the record was not there. */
  before: Values | null;
  /** The same fields as the act left them; null: the record was gone. */
  after: Values | null;
};

/** A record on its way from how it stands now to how it shall be; null: not there. */
export type UndoMove = { step: UndoStep; now: StoredRow | null; goal: StoredRow | null };

/** The whole of what is being taken back, as the rule of one record sees it. */
export type UndoContext = {
  person: Person;
  /** An undo is being undone: the act is done again. */
  isRedo: boolean;
  /** Every move of the act, also of other records. */
  moves: readonly UndoMove[];
  /** Ids of records that go or come back with this. */
  removing: ReadonlySet<string>;
  restoring: ReadonlySet<string>;
};

/** Rows kept beside a record that the history of the record carries (offers of a line): field → rows before and after. */
export type Beside = { before: Values; after: Values };

/**
 * How acts on one kind of record are taken back. The engine (features/changes/undo-service.ts) compares fields, writes
 * rows and records; a rule says who may, what stands in the way and what must differ from what was.
 */
export type UndoRule = {
  store: RowStore;
  /** What these changes are called stays done. */
  final?: readonly string[];
  /** What an act leaves behind for good by its nature: taking the act back is complete without it. */
  stays?: (step: UndoStep) => boolean;
  /** Columns that tell which records this one comes and goes with; with them it needs no right of its own. */
  carriers?: readonly string[];
  /** The fields only make sense together: a field somebody else changed keeps all. */
  isWhole?: boolean;
  /** Only these fields are compared and taken back; what else the record says stays. */
  fields?: readonly string[];
  /** The column that names what `number` is unique within, when that is not the project. */
  numberedWithin?: string;
  /** `number` is unique within the project, or within what `numberedWithin` names. */
  numbers?: (db: ReadDb, withinId: string) => Promise<{ id: string; number: number }[]>;
  /** It lies in the bin after it was removed. */
  isBinned?: boolean;
  /** Columns that follow from others, computed anew. */
  derive?: (row: StoredRow) => Values;
  /**
   * Throws unless the person may now take the record from `from` to `to`. The engine asks for the act itself, forward,
   * when it is taken back, so whoever could do it now may undo it.
   */
  demand: (
    db: ReadDb,
    act: { from: StoredRow | null; to: StoredRow | null; step: UndoStep },
    context: UndoContext,
  ) => Promise<void>;
  /** What stands in the way though nobody touched the record, or null. */
  obstacle?: (tx: Tx, move: UndoMove, context: UndoContext) => Promise<UndoReason | null>;
  /** Columns of the goal that cannot be as they were. */
  fit?: (tx: Tx, move: UndoMove & { goal: StoredRow }, context: UndoContext) => Promise<Values>;
  /** Moves rows that hang on the record; runs before a removal or change and after a restoration. */
  beside?: (tx: Tx, move: UndoMove, context: UndoContext) => Promise<Beside | null>;
  /** Who besides the project's readers alone may see it in the history. */
  confidentialTo?: (tx: Tx, move: UndoMove) => Promise<string | null>;
  /** What follows once everything stands: numbers that close up, people that are told. */
  afterwards?: (tx: Tx, move: UndoMove, context: UndoContext) => Promise<void>;
};

/** For records that only ever come and go with another one. */
export async function onlyCarried(): Promise<void> {
  throw forbidden();
}

/** Whether the move changes any of these fields. */
export function changesAny(from: StoredRow | null, to: StoredRow | null, fields: readonly string[]): boolean {
  return fields.some((field) => JSON.stringify(from?.[field] ?? null) !== JSON.stringify(to?.[field] ?? null));
}

/** Whether the move changes no field but these. */
export function changesOnly(from: StoredRow, to: StoredRow, fields: readonly string[]): boolean {
  const others = Object.keys(to).filter((name) => !fields.includes(name) && !bookkeeping.has(name));
  return !changesAny(from, to, others);
}

const bookkeeping = new Set(["version", "createdAt", "updatedAt", "search", "sortName"]);
