/** The identifier and the version a page has seen. */
export function pick({ id, version }: { id: string; version: number }): { id: string; version: number } {
  return { id, version };
}
