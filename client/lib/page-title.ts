import { useMatch } from "@tanstack/react-router";
import { useEffect, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let titles: ReadonlyMap<string, string> = new Map();

function publish(change: (next: Map<string, string>) => void): void {
  const next = new Map(titles);
  change(next);
  titles = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Names the present page or layout after its record ("EKOLEND") in breadcrumbs and document title; undefined while loading. */
export function usePageTitle(title: string | undefined): void {
  const { id } = useMatch({ strict: false });
  useEffect(() => {
    if (title === undefined) return;
    publish((next) => next.set(id, title));
    return () => publish((next) => next.delete(id));
  }, [id, title]);
}

/** Names set by pages, by the id of their route match. */
export function usePageTitles(): ReadonlyMap<string, string> {
  return useSyncExternalStore(subscribe, () => titles);
}
