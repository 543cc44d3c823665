import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { presence } from "#client/features/presence/presence-store.ts";
import type { Place } from "#shared/features/presence/presence.ts";
import { presenceLists } from "#shared/features/presence/presence-words.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The page of a project that an address shows; null outside of projects. */
export function placeAt(pathname: string, selected: unknown): Place | null {
  const [, branch, projectId = "", section, id] = pathname.split("/");
  if (branch !== "projects" || !uuid.test(projectId)) return null;
  if (section === undefined || section === "") return { projectId, entity: "project", entityId: projectId };
  if (section === "streams" && id !== undefined && uuid.test(id)) return { projectId, entity: "stream", entityId: id };
  if (section === "contributions" && typeof selected === "string" && uuid.test(selected)) {
    return { projectId, entity: "contribution", entityId: selected };
  }
  return { projectId, entity: presenceLists.find((list) => list === section) ?? "other", entityId: projectId };
}

/** Tells where this tab is as its address changes, and stops while nobody looks at it. */
export function usePresencePlace(): void {
  const { pathname, selected } = useLocation({
    select: ({ pathname, search }) => ({ pathname, selected: (search as { selected?: unknown }).selected }),
  });
  useEffect(() => presence.goTo(placeAt(pathname, selected)), [pathname, selected]);
  useEffect(() => {
    const touch = () => presence.touch();
    const awake = () => presence.awake();
    const leave = () => presence.goTo(null);
    const events = ["pointerdown", "pointermove", "keydown", "scroll"] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    document.addEventListener("visibilitychange", awake);
    return () => {
      for (const event of events) window.removeEventListener(event, touch);
      document.removeEventListener("visibilitychange", awake);
      leave();
    };
  }, []);
}
