import { and, eq } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";

import type { Tx } from "./database.ts";
import { isUniqueViolation } from "./errors.ts";
import { placeholdersFor, preparedWrite } from "./prepare.ts";
import { keyOwner, type RequestScope } from "./request-scope.ts";
import { idempotencyKeys } from "./schema/changes.ts";

const insertAnswer = preparedWrite("idempotency_insert", (db) =>
  db
    .insert(idempotencyKeys)
    .values(placeholdersFor(idempotencyKeys, ["userId", "key", "bodyHash", "result", "at"]))
    .returning({ at: idempotencyKeys.at }),
);

const keptFor = new WeakSet<object>();

/**
 * Keeps the result of a mutation beside its effect. Fault CONFLICT IN_PROGRESS when the same request was served
 * meanwhile: nothing of this one is kept, and the next repeat reads the kept answer.
 */
export async function keepResult(
  tx: Tx,
  idempotency: NonNullable<RequestScope["idempotency"]>,
  result: unknown,
): Promise<void> {
  const { key, bodyHash, userId } = idempotency;
  const row = { userId: keyOwner(userId), key, bodyHash, result: result ?? null, at: tx.now };
  // A request of several transactions keeps the last result.
  if (keptFor.has(idempotency)) {
    await tx
      .update(idempotencyKeys)
      .set(row)
      .where(and(eq(idempotencyKeys.userId, row.userId), eq(idempotencyKeys.key, key)));
    return;
  }
  try {
    await insertAnswer(tx, row);
  } catch (error) {
    if (!isUniqueViolation(error, "idempotency_keys_pkey")) throw error;
    throw new Fault("CONFLICT", "IN_PROGRESS", { message: "This was already being saved.", cause: error });
  }
  tx.afterCommit(() => void keptFor.add(idempotency));
}
