const MB = 1024 * 1024;

/** What an import may be at most (security.md, R-I9, R-I10). */
export const importLimits = {
  packedBytes: 10 * MB,
  unpackedBytes: 50 * MB,
  entries: 200,
  ratio: 100,
  rows: 20_000,
  columns: 100,
  recordCharacters: MB,
  /** Heap of the process that reads; beside it lie the program itself and the bytes of the files. */
  heapMb: 256,
  residentMb: 448,
  milliseconds: 10_000,
} as const;

/** A file that cannot be taken at all: `row` and `sheet` where the reader stood. */
export class ImportRefusal extends Error {
  readonly appCode: string;
  readonly sheet: string | null;
  readonly row: number | null;

  constructor(appCode: string, place: { sheet?: string | null; row?: number | null } = {}) {
    super(appCode);
    this.appCode = appCode;
    this.sheet = place.sheet ?? null;
    this.row = place.row ?? null;
  }
}
