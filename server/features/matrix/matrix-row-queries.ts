import { ownsContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { Matrix } from "#shared/features/matrix/matrix.ts";
import { mayEditRow } from "#shared/features/matrix/matrix-policy.ts";
import { nothing } from "#shared/features/matrix/matrix-rules.ts";

import type { Membership } from "#server/features/members/membership.ts";
import type { participantNamesOfProject } from "#server/features/participants/participant-queries.ts";

type Name = Awaited<ReturnType<typeof participantNamesOfProject>>[number];

/** Who takes part or is invited, and former members that still have something in the ledger. */
export function rowsOf(
  membership: Membership,
  names: readonly Name[],
  sums: ReadonlyMap<string, Matrix["total"]>,
): Matrix["rows"] {
  const isShown = ({ id, state }: Name) => state === "accepted" || state === "invited" || sums.has(id);
  return names.filter(isShown).map(({ id, number, name, shortName, state }) => ({
    participantId: id,
    number,
    name: shortName ?? name,
    own: ownsContribution(membership, { participantId: id }),
    mayEdit: (state === "accepted" || state === "invited") && mayEditRow(membership, id),
    sum: sums.get(id) ?? nothing,
  }));
}
