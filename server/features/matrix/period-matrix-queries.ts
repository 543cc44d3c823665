import type { Person } from "#shared/features/members/standing.ts";
import type { Matrix, MatrixCell, MatrixSum } from "#shared/features/matrix/matrix.ts";
import type { MatrixMeasure } from "#shared/features/matrix/matrix-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import type { Membership } from "#server/features/members/membership.ts";
import { participantNamesOfProject } from "#server/features/participants/participant-queries.ts";
import { showForecast } from "#server/features/reporting/forecast-queries.ts";

import { rowsOf } from "./matrix-row-queries.ts";

const sum = (agreed: number | null): MatrixSum => ({ agreed, open: 0 });

/**
 * The agreed amounts as participants × reporting periods, spread over the months of each line by the rules of the forecast
 * (the same figures as its page) and told by them. Read only: a period's figure is nobody's promise. Faults: NOT_FOUND.
 */
export async function matrixByPeriod(
  db: ReadDb,
  person: Person,
  membership: Membership,
  measure: MatrixMeasure,
): Promise<Matrix> {
  const { projectId } = membership;
  const forecast = await showForecast(db, person, { projectId, unit: measure });
  const names = await participantNamesOfProject(db, membership);
  const sums = new Map(forecast.byMember.map(({ participantId, all }) => [participantId, sum(all.agreed)]));
  const cells = forecast.byMember.flatMap(({ participantId, cells: told }) =>
    forecast.periods.flatMap(({ id }, at): MatrixCell[] => {
      const agreed = told[at]?.agreed ?? null;
      return agreed === 0 ? [] : [{ participantId, columnId: id, agreed, open: 0, lines: [] }];
    }),
  );
  return {
    projectId,
    measure,
    by: "period",
    currency: membership.currency,
    rows: rowsOf(membership, names, sums).map((row) => ({ ...row, mayEdit: false })),
    columns: forecast.periods.map(({ id, number, startMonth, endMonth }, at) => ({
      id,
      code: String(number),
      title: "",
      months: { start: startMonth, end: endMonth },
      sum: sum(forecast.total.cells[at]?.agreed ?? null),
    })),
    cells,
    total: sum(forecast.total.all.agreed),
    locked: true,
  };
}
