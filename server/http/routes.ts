import type { Router } from "express";

import type { Parts } from "#server/parts.ts";

import { exportDownload } from "./export-download.ts";
import { importUpload } from "./import-upload.ts";

/**
 * Routes that carry files and so are no procedures: downloads of finished exports, uploads for imports. They run
 * behind the same chain as the procedures: session known, cross-site requests refused, headers set.
 */
export function httpRoutes(parts: Parts): Router[] {
  return [exportDownload(parts), importUpload(parts)];
}
