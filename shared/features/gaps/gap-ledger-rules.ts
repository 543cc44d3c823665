import { type CountedReport, forecastLine } from "../reporting/forecast-rules.ts";
import { isReportedIn } from "../reporting/update-rules.ts";
import { daysSince, PATIENCE_DAYS, when } from "./gap-plan-rules.ts";
import type { Finding, GapWorld, WorldLine, WorldPeriod, WorldReport } from "./gap-world.ts";

/** What lines lack or contradict, and those whose offer waits; withdrawn ones want nothing any more. */
export function lineGaps(world: GapWorld): Finding[] {
  return world.lines
    .filter(({ state }) => state !== "withdrawn")
    .flatMap((line) => [...planGaps(line, world), ...(line.state === "agreed" ? deliveryGaps(line, world) : [])]);
}

function planGaps(line: WorldLine, { streams, project, today }: GapWorld): Finding[] {
  const place = ["contribution", line.id, line.title] as const;
  const { participantId: owner, fromMonth, toMonth, valueCents, basis, state } = line;
  const stream = streams.find(({ id }) => id === line.streamId);
  const last = Math.max(fromMonth ?? 0, toMonth ?? 0);
  const leavesProject = project.durationMonths !== null && last > project.durationMonths;
  const leavesStream =
    stream !== undefined &&
    ((fromMonth !== null && stream.startMonth !== null && fromMonth < stream.startMonth) ||
      (stream.endMonth !== null && last > stream.endMonth));
  const days = daysSince(line.since, today);
  const isOpen = state === "proposed" || state === "countered";
  return [
    ...when(valueCents === null, "contribution-no-value", place, owner),
    ...when(valueCents !== null && basis === null, "contribution-no-basis", place, owner),
    ...when(fromMonth === null || toMonth === null, "contribution-no-months", place, owner),
    ...when(leavesProject, "contribution-outside-project", place, owner),
    ...when(leavesStream && !leavesProject, "contribution-outside-stream", place, owner),
    ...when(stream?.state === "dropped", "contribution-dropped-stream", place, null),
    ...when(isOpen && days >= PATIENCE_DAYS, "contribution-open", place, state === "proposed" ? null : owner, { days }),
  ];
}

type Unit = "cents" | "pmHundredths";

function countedIn(reports: readonly WorldReport[], unit: Unit): CountedReport[] {
  return reports
    .filter(({ state }) => state === "accepted" || state === "submitted")
    .map((report) => ({
      periodNumber: report.periodNumber,
      accepted: report.state === "accepted",
      delivered: unit === "cents" ? report.deliveredCents : report.deliveredPmHundredths,
      remaining: unit === "cents" ? report.remainingCents : report.remainingPmHundredths,
    }));
}

function deliveryGaps(line: WorldLine, { periods, project }: GapWorld): Finding[] {
  const place = ["contribution", line.id, line.title] as const;
  const found = (unit: Unit): Finding[] => {
    const agreed = unit === "cents" ? line.valueCents : line.effortPmHundredths;
    const reports = countedIn(line.reports, unit);
    const view = forecastLine(agreed, line, reports, periods, project.durationMonths);
    if (view === null || agreed === null) return [];
    const { all, landed } = view;
    const owner = line.participantId;
    const isOver = all.delivered > agreed;
    const more = all.forecast - agreed;
    return [
      ...when(isOver, "contribution-delivered-over", place, owner, { [unit]: all.delivered - agreed }),
      ...when(!isOver && more > 0, "contribution-forecast-over", place, owner, { [unit]: more }),
      ...when(landed !== null, "contribution-lands-last", place, owner, { [unit]: landed?.amount ?? 0 }),
    ];
  };
  const inMoney = found("cents");
  // The same finding in the other unit would be said twice.
  const inEffort = found("pmHundredths").filter(({ kind }) => !inMoney.some((each) => each.kind === kind));
  return [...inMoney, ...inEffort, ...doneButRemaining(line)];
}

function doneButRemaining(line: WorldLine): Finding[] {
  const latest = line.reports
    .filter(({ state }) => state === "accepted" || state === "submitted")
    .toSorted((left, right) => right.periodNumber - left.periodNumber)[0];
  if (latest?.progressBp !== 10_000) return [];
  const { remainingCents, remainingPmHundredths } = latest;
  const left =
    (remainingCents ?? 0) > 0 ? { cents: remainingCents ?? 0 } : { pmHundredths: remainingPmHundredths ?? 0 };
  return when(
    (remainingCents ?? 0) > 0 || (remainingPmHundredths ?? 0) > 0,
    "contribution-done-but-remaining",
    ["contribution", line.id, line.title],
    line.participantId,
    left,
  );
}

/** Reports that are missing, came back or wait to be read, and periods that should be closed. */
export function reportGaps(world: GapWorld): Finding[] {
  const { periods, lines, today, project } = world;
  const overdue = project.status === "running" ? periods.filter(({ locked, dueOn }) => !locked && dueOn < today) : [];
  return [
    ...overdue.flatMap((period) => overdueIn(period, world)),
    ...lines.flatMap((line) => line.reports.flatMap((report) => returnedGaps(report, line, world))),
    ...waitingGaps(world),
    ...periods
      .filter(({ locked, dueOn }) => !locked && daysSince(dueOn, today) >= PATIENCE_DAYS)
      .flatMap((period) =>
        when(true, "period-not-locked", ["period", period.id, String(period.number)], null, {
          period,
          days: daysSince(period.dueOn, today),
        }),
      ),
  ];
}

function overdueIn(period: WorldPeriod, { lines, members, today }: GapWorld): Finding[] {
  return members
    .filter(({ state }) => state === "accepted")
    .flatMap((member) => {
      const owed = lines.filter(
        (line) =>
          line.participantId === member.id &&
          line.state === "agreed" &&
          isReportedIn(line, period) &&
          !line.reports.some(
            ({ periodId, state }) => periodId === period.id && (state === "submitted" || state === "accepted"),
          ),
      );
      return when(owed.length > 0, "report-overdue", ["participant", member.id, member.name], member.id, {
        period,
        count: owed.length,
        days: daysSince(period.dueOn, today),
      });
    });
}

// One for each period: the coordinator reads them in one go.
function waitingGaps({ lines, periods, today }: GapWorld): Finding[] {
  const late = lines
    .flatMap(({ reports }) => reports)
    .filter(({ state }) => state === "submitted")
    .map(({ periodId, submittedAt }) => ({ periodId, days: submittedAt === null ? 0 : daysSince(submittedAt, today) }))
    .filter(({ days }) => days >= PATIENCE_DAYS);
  return periods.flatMap((period) => {
    const own = late.filter(({ periodId }) => periodId === period.id);
    return when(
      own.length > 0 && !period.locked,
      "report-waiting",
      ["period", period.id, String(period.number)],
      null,
      { period, count: own.length, days: Math.max(0, ...own.map(({ days }) => days)) },
    );
  });
}

function returnedGaps(report: WorldReport, line: WorldLine, { periods, today }: GapWorld): Finding[] {
  const period = periods.find(({ id }) => id === report.periodId);
  if (!period || period.locked) return [];
  const place = ["update", report.id, line.title] as const;
  const returned = report.state === "returned" ? daysSince(report.reviewedAt ?? Number.MAX_SAFE_INTEGER, today) : -1;
  return when(returned >= 7, "report-returned", place, line.participantId, { period, days: returned });
}
