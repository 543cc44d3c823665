import { useEffect } from "react";
import { useSession } from "#client/app/session.ts";
import { useCrumbs } from "#client/app/use-crumbs.ts";

/** Keeps the title of the browser tab: deepest place first, the installation last. */
export function useDocumentTitle(): void {
  const { installation } = useSession();
  const places = useCrumbs()
    .map((crumb) => crumb.title)
    .reverse();
  const title = [...places, installation.name].filter((part) => part !== "").join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
