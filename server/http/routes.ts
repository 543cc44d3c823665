import type { Router } from "express";

import type { Parts } from "#server/parts.ts";

import { attachmentDownload } from "./attachment-download.ts";
import { attachmentUpload } from "./attachment-upload.ts";
import { exportDownload } from "./export-download.ts";
import { importUpload } from "./import-upload.ts";
import { refuseViewing } from "./viewing.ts";

/**
 * Routes that carry files and so are no procedures: finished exports, uploads for imports, evidence of reports. They run
 * behind the same chain as the procedures: session known, cross-site requests refused, headers set.
 */
export function httpRoutes(parts: Parts): Router[] {
  return [
    refuseViewing(),
    attachmentDownload(parts),
    attachmentUpload(parts),
    exportDownload(parts),
    importUpload(parts),
  ];
}
