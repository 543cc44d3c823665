import type { Database } from "#server/db/database.ts";
import { comments } from "#server/db/schema/index.ts";

import { fresh } from "./build.ts";

type Comment = typeof comments.$inferSelect;

/** "Hello" in the thread of a project, said by nobody we know unless overridden. */
export async function buildComment(
  db: Database,
  project: { id: string },
  overrides: Partial<Comment> = {},
): Promise<Comment> {
  const row: Comment = {
    ...fresh(),
    projectId: project.id,
    subject: "project",
    streamId: null,
    contributionId: null,
    updateId: null,
    text: "Hello",
    mentions: [],
    byUserId: "somebody",
    byOrganisationId: null,
    editedAt: null,
    removedAt: null,
    removedById: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(comments).values(row);
  });
  return row;
}
