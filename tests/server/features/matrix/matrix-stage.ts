import { eq } from "drizzle-orm";

import type { Database } from "#server/db/database.ts";
import { amendments, contributions } from "#server/db/schema/index.ts";
import { showMatrix } from "#server/features/matrix/matrix-queries.ts";
import { writeMatrix } from "#server/features/matrix/matrix-service.ts";
import { notationOf } from "#shared/features/matrix/amount-rules.ts";
import { planEdits } from "#shared/features/matrix/edit-plan-rules.ts";
import { cellsByPlace, placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { MatrixAxis, MatrixMeasure } from "#shared/features/matrix/matrix-words.ts";
import type { CellWrite } from "#shared/features/matrix/matrix.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";

import { act } from "../changes/undo-stage.ts";

type Edit = [participant: { id: string }, stream: number, wish: string];

/** A team with two streams, and the matrix as its people see and write it; stream 2 is the project as a whole. */
export async function openMatrixStage(db: Database) {
  const team = await buildTeam(db);
  const streams = [await buildStream(db, team.project), await buildStream(db, team.project)];
  const projectId = team.project.id;
  const show = (who: Person, measure: MatrixMeasure = "effort", by: MatrixAxis = "project") =>
    showMatrix(db.read, who, { projectId, measure, by });
  const send = (who: Person, cells: CellWrite[], measure: MatrixMeasure = "effort") =>
    act(db, who, (tx) =>
      writeMatrix(tx, who, { projectId, measure, reason: "From the matrix", newTitle: "Effort", cells }),
    );
  return {
    team,
    streams,
    show,
    send,
    /** Plans texts as the page does, and writes what the plan says. */
    async write(who: Person, edits: Edit[], measure: MatrixMeasure = "effort") {
      const matrix = await show(who, measure);
      const wished = edits.map(([{ id }, at, wish]) => ({
        participantId: id,
        columnId: streams[at]?.id ?? null,
        wish,
      }));
      const plan = planEdits(matrix, wished, notationOf(measure, "EUR", 2));
      const cells = plan.writes.map((planned) => planned.write);
      return { ...(await send(who, cells, measure)), plan };
    },
    async cellOf(who: Person, { id }: { id: string }, at: number, measure: MatrixMeasure = "effort") {
      return cellsByPlace(await show(who, measure)).get(placeKey(id, streams[at]?.id ?? null));
    },
    async ledger() {
      const rows = await db.read.select().from(contributions).orderBy(contributions.id);
      return rows.map((line) => ({ ...line, version: null, updatedAt: null }));
    },
    openChanges: () => db.read.select().from(amendments).where(eq(amendments.state, "open")),
    lineIn: (participant: { id: string }, at: number, parts: Parameters<typeof buildContribution>[2] = {}) =>
      buildContribution(db, { ...participant, projectId }, { streamId: streams[at]?.id ?? null, ...parts }),
  };
}

export type MatrixStage = Awaited<ReturnType<typeof openMatrixStage>>;
