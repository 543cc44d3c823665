import { useFollowedExports } from "#client/features/exports/running-exports.ts";
import { ExportTrayList } from "#client/features/exports/export-tray-list.tsx";

/** Exports under way or just ended, in the corner of every page. */
export function ExportTray() {
  const followed = useFollowedExports();
  return followed.length === 0 ? null : <ExportTrayList followed={followed} />;
}
