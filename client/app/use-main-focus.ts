import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** Moves focus to `main` when another page opens, so that screen readers and the keyboard start there. */
export function useMainFocus(): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const former = useRef(path);
  useEffect(() => {
    if (former.current !== undefined && path !== former.current) {
      const isInOverlay = document.activeElement?.closest("[role=dialog]") !== null;
      if (!isInOverlay) document.getElementById("main")?.focus({ preventScroll: true });
    }
    former.current = path;
  }, [path]);
}
