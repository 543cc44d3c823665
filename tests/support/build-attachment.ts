import type { Database } from "#server/db/database.ts";
import { attachments } from "#server/db/schema/index.ts";

import { builtAt, fresh, nextNumber } from "./build.ts";

type Attachment = typeof attachments.$inferSelect;

/** A small PDF of this organisation's report, handed in with it; its bytes are in no store. */
export async function buildAttachment(
  db: Database,
  report: { id: string; projectId: string },
  owner: { id: string },
  overrides: Partial<Attachment> = {},
): Promise<Attachment> {
  const number = nextNumber();
  const row: Attachment = {
    ...fresh(),
    projectId: report.projectId,
    updateId: report.id,
    organisationId: owner.id,
    fileKey: number.toString(16).padStart(32, "0"),
    fileName: `evidence-${number}.pdf`,
    mediaType: "application/pdf",
    bytes: 100,
    sha256: number.toString(16).padStart(64, "0"),
    byUserId: owner.id,
    handedInAt: builtAt,
    damagedAt: null,
    removedAt: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(attachments).values(row);
  });
  return row;
}
