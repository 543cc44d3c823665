import type { Database } from "#server/db/database.ts";
import { proposeAmendment } from "#server/features/contributions/amendment-service.ts";
import { actAs, type Consortium } from "#tests/support/build-consortium.ts";

type Line = { id: string; version: number };

/** What is proposed about a confidential line. */
export const amendmentSecrets = { amendedReason: "Caracal reason", amendedCents: 64_646_461 };

/** The coordinator wants a confidential line changed, the member a shared one; nobody has answered. The latter is given. */
export async function buildSecretAmendments(
  db: Database,
  { people }: Consortium,
  { secret, shared }: { secret: Line; shared: Line },
) {
  const amend = (of: "member" | "coordinator", { id, version }: Line, valueCents: number, reason: string) =>
    actAs(db, people[of], (tx) =>
      proposeAmendment(tx, people[of], {
        contributionId: id,
        version,
        terms: {
          effortPmHundredths: null,
          quantity: null,
          unit: null,
          valueCents,
          basis: "own-cost",
          basisNote: "",
          fromMonth: 1,
          toMonth: 12,
        },
        reason,
      }),
    );
  await amend("coordinator", secret, amendmentSecrets.amendedCents, amendmentSecrets.amendedReason);
  return amend("member", shared, 4_500, "-");
}
