import { and, eq, sql } from "drizzle-orm";

import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { isMember, type Person } from "#shared/features/members/standing.ts";
import { isClosed } from "#shared/features/members/plan-policy.ts";
import type { Matrix, MatrixColumn, MatrixLine } from "#shared/features/matrix/matrix.ts";
import { isAnswerDue, lineActOf, mayClearLine } from "#shared/features/matrix/matrix-policy.ts";
import { amountOf, isCountedIn, type MatrixEntry, nothing, tellMatrix } from "#shared/features/matrix/matrix-rules.ts";
import type { MatrixAxis, MatrixMeasure } from "#shared/features/matrix/matrix-words.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { amendments, contributions, streams } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";
import { participantNamesOfProject } from "#server/features/participants/participant-queries.ts";

import { rowsOf } from "./matrix-row-queries.ts";
import { matrixByPeriod } from "./period-matrix-queries.ts";

const lines = prepared("matrix_lines", (db) =>
  db
    .select({
      id: contributions.id,
      version: contributions.version,
      participantId: contributions.participantId,
      streamId: contributions.streamId,
      kind: contributions.kind,
      title: contributions.title,
      state: contributions.state,
      confidentiality: contributions.confidentiality,
      valueCents: contributions.valueCents,
      effortPmHundredths: contributions.effortPmHundredths,
    })
    .from(contributions)
    .where(eq(contributions.projectId, sql.placeholder("projectId")))
    .orderBy(contributions.id),
);

const openChanges = prepared("matrix_amendments", (db) =>
  db
    .select({
      id: amendments.id,
      version: amendments.version,
      contributionId: amendments.contributionId,
      side: amendments.side,
      kind: amendments.kind,
      valueCents: amendments.valueCents,
      effortPmHundredths: amendments.effortPmHundredths,
    })
    .from(amendments)
    .where(and(eq(amendments.projectId, sql.placeholder("projectId")), eq(amendments.state, "open"))),
);

const streamHeads = prepared("matrix_streams", (db) =>
  db
    .select({ id: streams.id, code: streams.code, title: streams.title })
    .from(streams)
    .where(eq(streams.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number),
);

type ShowMatrix = { projectId: string; measure: MatrixMeasure; by: MatrixAxis };

/**
 * The ledger of a project as participants × streams (or × reporting periods) in one measure, as this reader may know it,
 * with what a new figure in each cell would do. Faults: NOT_FOUND.
 */
export async function showMatrix(db: ReadDb, person: Person, input: ShowMatrix): Promise<Matrix> {
  const membership = await loadMembership(db, person, input.projectId);
  if (input.by === "period") return matrixByPeriod(db, person, membership, input.measure);
  const { projectId, measure } = input;
  const [rows, changes, heads, names] = await Promise.all([
    lines(db, { projectId }),
    openChanges(db, { projectId }),
    streamHeads(db, { projectId }),
    participantNamesOfProject(db, membership),
  ]);
  const changeOf = new Map(changes.map((change) => [change.contributionId, change]));
  const owners = new Map(names.map(({ id, organisationId }) => [id, organisationId]));
  const entries = rows
    .filter(({ kind }) => isCountedIn(measure, kind))
    .map((row): MatrixEntry & { row: LineRow } => ({
      participantId: row.participantId,
      ownerId: owners.get(row.participantId) ?? row.participantId,
      streamId: row.streamId,
      state: row.state,
      confidentiality: row.confidentiality,
      amount: amountOf(measure, row),
      hidden: !maySeeContribution(membership, row),
      row,
    }));
  const told = tellMatrix(entries, !isMember(membership));
  const head = (id: string | null, code: string, title: string): MatrixColumn => ({
    id,
    code,
    title,
    months: null,
    sum: told.columns.get(id) ?? nothing,
  });
  return {
    projectId,
    measure,
    by: "project",
    currency: membership.currency,
    rows: rowsOf(membership, names, told.rows),
    columns: [...heads.map(({ id, code, title }) => head(id, code, title)), head(null, "", "")],
    cells: told.cells.map(({ streamId, lines: counted, participantId, agreed, open }) => ({
      participantId,
      columnId: streamId,
      agreed,
      open,
      lines: counted.map(({ row, amount }) => lineOf(membership, measure, row, amount, changeOf.get(row.id))),
    })),
    total: told.total,
    locked: isClosed(membership.projectStatus),
  };
}

type LineRow = Awaited<ReturnType<typeof lines>>[number];
type ChangeRow = Awaited<ReturnType<typeof openChanges>>[number];

function lineOf(
  membership: Membership,
  measure: MatrixMeasure,
  row: LineRow,
  amount: number | null,
  change: ChangeRow | undefined,
): MatrixLine {
  const { id, version, title, kind, state, participantId } = row;
  const line = { participantId, state, amendment: change ?? null };
  const act = lineActOf(membership, line);
  const refusal = isAnswerDue(membership, line) ? "waiting" : "not-yours";
  return {
    id,
    version,
    title,
    kind,
    state,
    amount,
    amendment: change
      ? {
          id: change.id,
          version: change.version,
          side: change.side,
          kind: change.kind,
          amount: amountOf(measure, change),
        }
      : null,
    act,
    problem: act === null ? refusal : null,
    mayClear: mayClearLine(membership, line),
  };
}
