import type { Viewing } from "#shared/features/access/access.ts";

const key = "consortia-viewing";

/** Through whose eyes this tab reads a project, or null. Kept for the tab alone, so that it survives a reload. */
export function readViewing(): Viewing | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isViewing(kept) && kept.expiresAt > Date.now() ? kept : null;
  } catch {
    return null;
  }
}

/** Begins to read as a member sees; the page is loaded anew, so that nothing read otherwise stays in memory. */
export function enterViewing({ participantId, projectId, acronym, organisationName, by, expiresAt }: Viewing): void {
  const kept: Viewing = { participantId, projectId, acronym, organisationName, by, expiresAt };
  sessionStorage.setItem(key, JSON.stringify(kept));
  window.location.assign(`/projects/${projectId}`);
}

/** Reads with the own eyes again, from the page given on. */
export function leaveViewing(path: string): void {
  sessionStorage.removeItem(key);
  window.location.assign(path);
}

// The own account, the directory and what lies over all projects: read with the own eyes at any time.
const ownFeatures = new Set([
  "access",
  "account",
  "home",
  "import",
  "me",
  "membership",
  "organisation",
  "person",
  "presence",
  "sample",
  "setup",
  "system",
]);
const ownPaths = new Set([
  "project.list",
  "notification.list",
  "notification.count",
  "notification.mark",
  "notification.markAll",
  "notification.snooze",
]);

const viewing = typeof sessionStorage === "undefined" ? null : readViewing();

/** Who this tab looks through, as it was loaded. */
export function presentViewing(): Viewing | null {
  return viewing;
}

/** The header of a call while looking through a member's eyes: on everything that belongs to a project. */
export function viewingHeader(path: string): Record<string, string> {
  const [feature = ""] = path.split(".");
  if (viewing === null || ownFeatures.has(feature) || ownPaths.has(path)) return {};
  return { "x-view-as": viewing.participantId };
}

function isViewing(value: unknown): value is Viewing {
  if (typeof value !== "object" || value === null) return false;
  const { participantId, projectId, organisationName, expiresAt } = value as Partial<Viewing>;
  return (
    typeof participantId === "string" &&
    typeof projectId === "string" &&
    typeof organisationName === "string" &&
    typeof expiresAt === "number"
  );
}
