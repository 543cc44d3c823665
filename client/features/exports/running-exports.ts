import { useSyncExternalStore } from "react";

/** An export that somebody started in this tab and that the tray follows until it is dismissed. */
export type FollowedExport = { id: string; title: string };

let followed: readonly FollowedExport[] = [];
/** The export an open dialog shows by itself; the tray leaves it out. */
let shownInDialog: string | null = null;
let visible: readonly FollowedExport[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  visible = followed.filter((each) => each.id !== shownInDialog);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Lets the tray follow an export. */
export function followExport(entry: FollowedExport): void {
  followed = [...followed.filter((each) => each.id !== entry.id), entry];
  tell();
}

/** Takes an export out of the tray; it goes on all the same. */
export function unfollowExport(id: string): void {
  followed = followed.filter((each) => each.id !== id);
  tell();
}

/** Says which export a dialog shows at the moment; null when it is closed. */
export function showInDialog(id: string | null): void {
  shownInDialog = id;
  tell();
}

/** The exports the tray shows. */
export function useFollowedExports(): readonly FollowedExport[] {
  return useSyncExternalStore(subscribe, () => visible);
}
