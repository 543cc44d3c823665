import { useEffect } from "react";
import { focusedBeforeOverlay, useFrameState } from "#client/app/frame-state.ts";

/** Gives the focus back once palette, shortcut sheet or drawer are gone: they leave the page with the focus in them. */
export function useOverlayFocus(): void {
  const isOpen = useFrameState().overlay !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    return () => {
      // Whatever a command has focused meanwhile keeps the focus.
      if (document.activeElement === document.body) focusedBeforeOverlay()?.focus({ preventScroll: true });
    };
  }, [isOpen]);
}
