import { eq } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { settings, users } from "#server/db/schema/index.ts";

const firstAdministrator = prepared("first_administrator", (db) =>
  db.select({ id: users.id }).from(users).where(eq(users.isAdministrator, true)).limit(1),
);

const storedName = prepared("installation_name", (db) =>
  db.select({ value: settings.value }).from(settings).where(eq(settings.name, "installation-name")),
);

/** Whether nobody has set this installation up yet: there is no administrator. */
export async function needsSetup(db: ReadDb): Promise<boolean> {
  return (await firstAdministrator(db, {})).length === 0;
}

/** What the installation calls itself in mails and on its pages: the cluster it was set up for. */
export async function installationName(db: ReadDb): Promise<string> {
  const [row] = await storedName(db, {});
  return typeof row?.value === "string" ? row.value : "Consortia";
}
