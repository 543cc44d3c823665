/** What a live event tells: which record changed, never what is in it. */
export type LiveChange = {
  projectId: string | null;
  organisationId: string | null;
  entity: string;
  entityId: string;
};

// Reads that sum up records of many kinds, whatever their input says.
const sumsUpAll = new Set(["home", "change", "bin", "import"]);

/** Routers and entities are named alike; a plural is taken for the same. */
function stem(name: string): string {
  return name.toLowerCase().replace(/s$/, "");
}

function mentions(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === "string") return ids.has(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((inner) => mentions(inner, ids));
}

/**
 * Whether a query has to be re-read after a change: its input mentions the project, the organisation or the
 * record; or it is a list without such an input (of that entity's feature, or one that sums up all).
 */
export function queriesTouchedBy(change: LiveChange, queryKey: readonly unknown[]): boolean {
  const [path, options] = queryKey;
  if (!Array.isArray(path)) return false;
  const feature = String(path[0] ?? "");
  const input = typeof options === "object" && options !== null ? (options as { input?: unknown }).input : undefined;
  const ids = new Set([change.projectId, change.organisationId, change.entityId].filter((id) => id !== null));
  if (mentions(input, ids)) return true;
  if (sumsUpAll.has(stem(feature)) || stem(feature) === stem(change.entity)) return true;
  // Profiles show what belongs to an organisation, also from the other side of a membership.
  if (stem(feature) === "organisation" && ["membership", "resource", "seat"].includes(change.entity)) return true;
  if (feature === "me") return ["seat", "user", "installation"].includes(change.entity);
  // The list of projects carries totals over everything inside of them.
  return stem(feature) === "project" && change.projectId !== null && path[1] === "list";
}
