import { useSyncExternalStore } from "react";
import { readSetting, writeSetting } from "#client/lib/local-setting.ts";

type Overlay = "palette" | "shortcuts" | "drawer";
type FrameState = { overlay: Overlay | null; isSidebarNarrow: boolean };

const sidebarKey = "consortia-sidebar";
const listeners = new Set<() => void>();
let state: FrameState = { overlay: null, isSidebarNarrow: readSetting(sidebarKey, "wide") === "narrow" };

function change(part: Partial<FrameState>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let opener: HTMLElement | null = null;

/** What had the focus when the overlay that is open, or was last, opened. */
export function focusedBeforeOverlay(): HTMLElement | null {
  return opener;
}

/** Opens palette, shortcut sheet or the navigation drawer of small screens. */
export function openOverlay(overlay: Overlay): void {
  if (state.overlay === null) opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  change({ overlay });
}

/** Closes whatever overlay is open. */
export function closeOverlay(): void {
  change({ overlay: null });
}

/** Narrow or wide sidebar, remembered in this browser; on small screens the drawer instead. */
export function toggleSidebar(): void {
  if (matchMedia("(max-width: 47.99em)").matches)
    return state.overlay === "drawer" ? closeOverlay() : openOverlay("drawer");
  const isSidebarNarrow = !state.isSidebarNarrow;
  writeSetting(sidebarKey, isSidebarNarrow ? "narrow" : "wide");
  change({ isSidebarNarrow });
}

/** What is open and how wide the sidebar is. */
export function useFrameState(): FrameState {
  return useSyncExternalStore(subscribe, () => state);
}
