import type { Logger } from "pino";

import type { Database } from "#server/db/database.ts";
import type { Settings } from "#server/settings.ts";
import type { FileStore } from "#server/files/file-store.ts";
import type { Mailer } from "#server/mail/mailer.ts";

/** What the program is put together from; tests replace the outermost of them (clock, ids, transports) only. */
export type Parts = {
  readonly db: Database;
  readonly clock: () => number;
  readonly ids: () => string;
  readonly mailer: Mailer;
  readonly files: FileStore;
  readonly settings: Settings;
  readonly log: Logger;
};
