/** A record as a page has seen it. */
export type Row = { id: string; version: number };

/** The identifier and the version a page has seen, and nothing beside them. */
export function pick({ id, version }: Row): Row {
  return { id, version };
}
