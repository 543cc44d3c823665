import { eq } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { amendments, contributions, offers } from "#server/db/schema/index.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import { portionHalfUp } from "#shared/money.ts";

/** An agreed line of the sample as it was written. */
export type TalkedLine = Terms & { id: string; organisationId: string; title: string };

type Place = { projectId: string };

/** Lines of the sample whose change is on the table, and whose change was agreed a month ago. */
const wanted = { open: "Operation and sampling", agreed: "Network planning for four districts" };
const monthMs = 30 * 86_400_000;

/** One proposed change that waits for the coordinator, and one that both sides agreed to. */
export async function insertAmendments(tx: Tx, place: Place, lines: readonly TalkedLine[]): Promise<void> {
  const find = (title: string) => lines.find((line) => line.title === title);
  const open = find(wanted.open);
  const agreed = find(wanted.agreed);
  if (open)
    await insertAmendment(tx, place, open, {
      terms: { ...termsOf(open), valueCents: portionHalfUp(open.valueCents ?? 0, 9, 10) },
      reason: "The city takes the samples of the first winter itself.",
      answeredAt: null,
    });
  if (agreed) await insertAgreed(tx, place, agreed);
}

async function insertAgreed(tx: Tx, place: Place, line: TalkedLine): Promise<void> {
  const answeredAt = tx.now - monthMs;
  const terms = { ...termsOf(line), toMonth: (line.toMonth ?? 0) + 2 };
  const reason = "The fourth district is planned after the street works.";
  await insertAmendment(tx, place, line, { terms, reason, answeredAt });
  await tx.update(contributions).set({ toMonth: terms.toMonth, version: 2 }).where(eq(contributions.id, line.id));
  await tx.insert(offers).values({
    id: tx.id(),
    contributionId: line.id,
    number: 2,
    side: "member",
    ...terms,
    reason,
    byOrganisationId: line.organisationId,
    at: answeredAt,
  });
}

function termsOf(line: Terms): Terms {
  const { effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth } = line;
  return { effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth };
}

async function insertAmendment(
  tx: Tx,
  { projectId }: Place,
  line: TalkedLine,
  change: { terms: Terms; reason: string; answeredAt: number | null },
): Promise<void> {
  const { terms, reason, answeredAt } = change;
  const row = {
    ...freshRow(tx),
    // Proposed a week before it was agreed, or a week ago.
    createdAt: (answeredAt ?? tx.now) - monthMs / 4,
    projectId,
    contributionId: line.id,
    number: 1,
    side: "member" as const,
    kind: "change" as const,
    ...terms,
    reason,
    state: answeredAt === null ? ("open" as const) : ("agreed" as const),
    byOrganisationId: line.organisationId,
    answeredAt,
  };
  await tx.insert(amendments).values(row);
  await tx.record({
    entity: "amendment",
    entityId: line.id,
    action: answeredAt === null ? "created" : "agreed",
    projectId,
    organisationId: line.organisationId,
    before: null,
    after: row,
  });
}
