import { addExactly } from "../../money.ts";
import { productOf } from "../budget/figure.ts";
import type { Difference } from "./compare-rules.ts";
import { type ContentRow, numberOf, type PlanContent, streamOf, textOf } from "./plan-content.ts";

/** What moved for one organisation, one stream (null: none), or altogether. */
export type Movement = {
  id: string | null;
  /** Sum of the days by which ends came later, and of those by which they came earlier (a positive count each). */
  laterDays: number;
  earlierDays: number;
  /** Agreed effort and money before and after. Money is agreed value of the ledger and lines of the budget. */
  effortBefore: number;
  effortAfter: number;
  centsBefore: number;
  centsAfter: number;
};

export type Movements = { total: Movement; byParticipant: Movement[]; byStream: Movement[] };

type Owned = { participantId: string | null; streamId: string | null };
type Amount = Owned & { pmHundredths: number; cents: number };

/** The agreed effort and money in a plan, line by line. */
function amountsOf(content: PlanContent): Amount[] {
  const lines = (content.contribution ?? []).filter((row) => row["state"] === "agreed");
  return [
    ...lines.map((row) => ({
      participantId: textOf(row, "participantId"),
      streamId: streamOf("contribution", row),
      pmHundredths: numberOf(row, "effortPmHundredths") ?? 0,
      cents: numberOf(row, "valueCents") ?? 0,
    })),
    ...(content.budget ?? []).map((row) => ({
      participantId: textOf(row, "participantId"),
      streamId: streamOf("budget", row),
      pmHundredths: 0,
      cents: costOf(row),
    })),
  ];
}

/** Units × unit price, cut to the cent as rule books do with rows. */
function costOf(row: ContentRow): number {
  return productOf("cost", textOf(row, "units") ?? "0", numberOf(row, "unitPriceCents") ?? 0, "truncated").cents;
}

/**
 * Days, effort and money moved between two plans: altogether, by participant and by stream; rows without any movement
 * are left out. Counts what the given contents hold and nothing else, so contents cut down to a reader give the
 * reader's sums.
 */
export function movementsBetween(
  before: PlanContent,
  after: PlanContent,
  differences: readonly Difference[],
): Movements {
  const old = amountsOf(before);
  const now = amountsOf(after);
  const timed = differences.filter(({ kind }) => kind !== "project" && kind !== "contribution" && kind !== "budget");
  const sumUp = (id: string | null, belongs: (row: Owned) => boolean): Movement => {
    const days = timed.filter(belongs).map(({ shiftDays }) => shiftDays ?? 0);
    const [oldOnes, newOnes] = [old.filter(belongs), now.filter(belongs)];
    return {
      id,
      laterDays: addExactly(days.filter((each) => each > 0)),
      earlierDays: -addExactly(days.filter((each) => each < 0)) + 0,
      effortBefore: addExactly(oldOnes.map(({ pmHundredths }) => pmHundredths)),
      effortAfter: addExactly(newOnes.map(({ pmHundredths }) => pmHundredths)),
      centsBefore: addExactly(oldOnes.map(({ cents }) => cents)),
      centsAfter: addExactly(newOnes.map(({ cents }) => cents)),
    };
  };
  const by = (field: "participantId" | "streamId") => {
    const ids = new Set([...old, ...now, ...timed].map((row) => row[field]));
    return [...ids].map((id) => sumUp(id, (row) => row[field] === id)).filter(hasMoved);
  };
  return { total: sumUp(null, () => true), byParticipant: by("participantId"), byStream: by("streamId") };
}

function hasMoved(each: Movement): boolean {
  if (each.laterDays > 0 || each.earlierDays > 0) return true;
  return each.effortBefore !== each.effortAfter || each.centsBefore !== each.centsAfter;
}
