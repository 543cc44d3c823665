import { Fault, forbidden } from "#shared/fault.ts";
import { compareTerms } from "#shared/features/contributions/amendment-rules.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { CellWrite, MatrixResults, WriteMatrixInput } from "#shared/features/matrix/matrix.ts";
import { lineActOf, mayEditRow } from "#shared/features/matrix/matrix-policy.ts";
import { termsWith } from "#shared/features/matrix/matrix-rules.ts";

import type { Tx } from "#server/db/database.ts";
import {
  proposeQuietly,
  rewordAmendment,
  withdrawAmendment,
} from "#server/features/contributions/amendment-service.ts";
import { reviseContribution } from "#server/features/contributions/contribution-service.ts";
import { type LineNews, tellOtherSide } from "#server/features/contributions/line-news-service.ts";
import { termsOf } from "#server/features/contributions/line-queries.ts";
import { counterQuietly, withdrawContribution } from "#server/features/contributions/offer-service.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";

import { type CellLine, demandCellSeen, linesOfCell } from "./cell-queries.ts";
import { proposeCell } from "./cell-service.ts";

/**
 * Writes many cells in one transaction through the ledger's own acts, each judged by itself: what is refused is reported and
 * does not stop the others. The other sides are told once. Faults: NOT_FOUND (project), the one fault that refused every
 * cell, or NOTHING_DONE with the results when all were refused for different ones.
 */
export async function writeMatrix(tx: Tx, person: Person, input: WriteMatrixInput): Promise<MatrixResults> {
  const membership = await loadMembership(tx, person, input.projectId);
  const news: LineNews[] = [];
  const faults: Fault[] = [];
  const results: MatrixResults["results"] = [];
  for (const cell of input.cells) {
    const { participantId, streamId } = cell;
    try {
      news.push(...(await writeCell(tx, person, membership, input, cell)));
      results.push({ participantId, streamId, appCode: null });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(error);
      results.push({ participantId, streamId, appCode: error.appCode });
    }
  }
  const [first] = faults;
  if (first && faults.length === results.length) throw refusalOf(first, faults, results);
  await tellOtherSide(tx, news);
  return { results, done: results.length - faults.length };
}

function refusalOf(first: Fault, faults: readonly Fault[], results: MatrixResults["results"]): Fault {
  const isOne = faults.every(({ appCode, code }) => appCode === first.appCode && code === first.code);
  return isOne ? first : new Fault("CONFLICT", "NOTHING_DONE", { present: results });
}

/** Every act checks before it writes, so a refused cell leaves nothing behind. */
async function writeCell(
  tx: Tx,
  person: Person,
  membership: Membership,
  input: WriteMatrixInput,
  cell: CellWrite,
): Promise<LineNews[]> {
  if (!mayEditRow(membership, cell.participantId)) throw forbidden();
  const found = await linesOfCell(tx, membership, input.measure, cell);
  const line = demandCellSeen(found, cell);
  return line === null ? proposeCell(tx, person, input, cell) : changeCell(tx, person, membership, input, cell, line);
}

async function changeCell(
  tx: Tx,
  person: Person,
  membership: Membership,
  { measure, reason }: WriteMatrixInput,
  { amount }: CellWrite,
  { line, amendment }: CellLine,
): Promise<LineNews[]> {
  const act = lineActOf(membership, { ...line, amendment });
  const ref = { id: line.id, version: line.version };
  if (act === "revise" || act === "counter") {
    const terms = termsWith(measure, line.kind, termsOf(line), amount);
    if (terms === null) await withdrawContribution(tx, person, ref);
    else if (act === "counter") return (await counterQuietly(tx, person, { ...ref, terms, reason })).news;
    else await reviseContribution(tx, person, { ...ref, patch: terms });
    return [];
  }
  if (act === "amend") {
    const terms = termsWith(measure, line.kind, termsOf(line), amount);
    return (await proposeQuietly(tx, person, { contributionId: line.id, version: line.version, terms, reason })).news;
  }
  if (amendment === null) throw forbidden();
  demand(act === "reword", "AMENDMENT_OPEN");
  const wished = termsOf(amendment.kind === "change" ? amendment : line);
  await reword(tx, person, line, amendment, termsWith(measure, line.kind, wished, amount));
  return [];
}

/** Back at the agreed figures there is nothing left to propose. */
async function reword(
  tx: Tx,
  person: Person,
  line: CellLine["line"],
  { id, version }: { id: string; version: number },
  terms: Terms | null,
): Promise<void> {
  const isBack = terms !== null && compareTerms(termsOf(line), terms).length === 0;
  if (isBack) await withdrawAmendment(tx, person, { id, version });
  else await rewordAmendment(tx, person, { id, version, terms });
}
