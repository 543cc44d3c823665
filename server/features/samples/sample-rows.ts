import { portionFloor } from "#shared/money.ts";
import type { UpdateState } from "#shared/features/reporting/update-words.ts";

type Line = {
  id: string;
  effortPmHundredths: number | null;
  quantity: string | null;
  valueCents: number | null;
  fromMonth: number;
  toMonth: number;
};
type Period = { number: number; startMonth: number; endMonth: number };

/** Twelfths of the agreed amount by which a sample report is behind or ahead of an even pace, in a fixed rhythm. */
const pace = [0, -1, 1, 0, -2, 0, 1];
const secondPeriodStates: UpdateState[] = [
  "submitted",
  "accepted",
  "draft",
  "submitted",
  "returned",
  "accepted",
  "submitted",
];

/** Figures and state of the sample report of a line for a period; null when the line does not run then or it has none yet. */
export function sampleReport(line: Line, period: Period, index: number) {
  const overlap = Math.min(line.toMonth, period.endMonth) - Math.max(line.fromMonth, period.startMonth) + 1;
  if (overlap <= 0) return null;
  // Every ninth member is silent in the second period, so that the manager has somebody to remind.
  if (period.number === 2 && index % 9 === 8) return null;
  const months = line.toMonth - line.fromMonth + 1;
  const step = (pace[index % pace.length] ?? 0) * Math.min(overlap, 3);
  // Only a line that goes on for long can be ahead of its pace: nobody delivers more than was agreed.
  const twelfths = Math.max(0, 12 * overlap + (line.toMonth > period.endMonth + 6 ? step : Math.min(0, step)));
  const part = (amount: number | null) =>
    amount === null ? null : Math.min(amount, portionFloor(amount, twelfths, 12 * months));
  const whole = line.quantity !== null && /^\d+$/.test(line.quantity) ? Number(line.quantity) : null;
  const delivered = { effort: part(line.effortPmHundredths), cents: part(line.valueCents) };
  // Every fourth line has become a twentieth dearer than agreed, so that the re-forecast has something to tell.
  const dearer = (agreed: number | null, done: number | null) =>
    agreed === null || done === null || index % 4 !== 1 ? null : portionFloor(agreed - done, 21, 20);
  const state: UpdateState =
    period.number === 1 ? "accepted" : (secondPeriodStates[index % secondPeriodStates.length] ?? "draft");
  return {
    state,
    deliveredPmHundredths: delivered.effort,
    deliveredQuantity: whole === null ? null : String(part(whole)),
    deliveredCents: delivered.cents,
    remainingPmHundredths: period.number === 1 ? dearer(line.effortPmHundredths, delivered.effort) : null,
    remainingCents: period.number === 1 ? dearer(line.valueCents, delivered.cents) : null,
    progressBp: Math.min(
      10_000,
      portionFloor(10_000, overlap + Math.max(0, period.startMonth - line.fromMonth), months),
    ),
    text: texts[index % texts.length] ?? "",
    reviewNote: state === "returned" ? "Please say which part of the amount falls into this period." : "",
  };
}

const texts = [
  "On schedule; the parts of this period are done.",
  "Delivery moved by two weeks because a supplier was late; the end date holds.",
  "Ahead of plan. Measurements are in the shared folder.",
  "Работы идут по плану, замечаний нет.",
  "Tests repeated once; the results are now stable.",
];
