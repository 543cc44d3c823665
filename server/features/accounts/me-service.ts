import { eq, sql } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { UpdateMeInput } from "#shared/features/accounts/account.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Tx } from "#server/db/database.ts";
import { users } from "#server/db/schema/index.ts";

import { findPerson } from "./person-queries.ts";

/** Changes the own name or language. No version is asked for: only the person writes them, and the last word counts. */
export async function updateMe(tx: Tx, person: Person, input: UpdateMeInput): Promise<null> {
  const before = await findPerson(tx, person.userId);
  if (!before) throw notFound();
  const after = { name: input.name ?? before.name, language: input.language ?? before.language };
  await tx
    .update(users)
    .set({ ...after, updatedAt: new Date(tx.now), version: sql`${users.version} + 1` })
    .where(eq(users.id, person.userId));
  await tx.record({
    entity: "user",
    entityId: person.userId,
    action: "updated",
    before: { name: before.name, language: before.language },
    after,
  });
  return null;
}
