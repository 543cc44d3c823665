import type { KnownReport } from "#client/features/reporting/report-draft.ts";
import { type ReportText, readReport } from "#client/features/reporting/report-text.ts";
import { faultOf } from "#client/lib/fault.ts";
import { minorPlaces } from "#shared/currency.ts";
import type { Part } from "#shared/features/part/part.ts";
import { needsLateReason } from "#shared/features/reporting/request-rules.ts";
import { reportFaults } from "#shared/features/reporting/update-rules.ts";
import type { Report, TodoItem, UpdateResult } from "#shared/features/reporting/update.ts";

type Update = NonNullable<TodoItem["update"]>;

function presentOf(error: unknown): Partial<Update> | null {
  const { appCode, present } = faultOf(error);
  return appCode === "STALE" && typeof present === "object" ? present : null;
}

/** Our own save whose answer was lost: what stands there already is what was sent. Null when somebody else's words stand there. */
function savedBefore(error: unknown, patch: Partial<Report>): UpdateResult | null {
  const present = presentOf(error);
  if (present?.id === undefined || present.version === undefined || present.state === undefined) return null;
  const isSame = Object.entries(patch).every(([name, value]) => present[name as keyof Report] === value);
  const { id, version, state, updatedAt = Date.now() } = present;
  return isSame ? { id, version, state, updatedAt } : null;
}

/** Whether a refused handing-in had arrived before: its answer was lost, or somebody else was faster. */
function isHandedIn(error: unknown): boolean {
  const state = presentOf(error)?.state;
  return state === "submitted" || state === "accepted";
}

const endings = new Set(["LINK_UNKNOWN", "LINK_REVOKED", "LINK_ENDED", "LINK_PERIOD_LOCKED", "LINK_EXPIRED"]);

/** Whether the link opens nothing any more. */
function isEnd(error: unknown): boolean {
  return endings.has(faultOf(error).appCode);
}

/** Whether asking again later helps by itself: no network, or a server that is busy or being restarted. */
function isOutOfReach(error: unknown): boolean {
  if (error === null || error === undefined) return false;
  const { appCode, httpStatus } = faultOf(error);
  return appCode === "OFFLINE" || appCode === "IN_PROGRESS" || [429, 502, 503, 504].includes(httpStatus);
}

/** A report as it stands once it was handed in at `at`, until the server's own answer is read. */
function handedIn(before: Update | null, { id, version, report }: KnownReport, at: number): Update {
  const blank = { reviewNote: "", reviewedByName: null };
  const state = { state: "submitted" as const, submittedAt: at, updatedAt: at };
  return { ...blank, ...before, ...report, ...state, id: id ?? "", version: (version ?? 0) + 1 };
}

/** Whether handing a line in now needs a reason. */
function isLate(item: TodoItem, part: Part): boolean {
  const handed = { state: item.update?.state ?? "draft", submittedAt: item.update?.submittedAt ?? null };
  return needsLateReason(handed, part.period.dueOn, Date.now(), part.timeZone);
}

/** Whether a typed report says enough to be handed in; a late one needs its reason. */
function isReady(item: TodoItem, part: Part, text: ReportText): boolean {
  const { report, unreadable } = readReport(text, minorPlaces(part.currency));
  if (unreadable.length > 0 || (isLate(item, part) && text.lateReason.trim() === "")) return false;
  return reportFaults(item.kind, report as Report).length === 0;
}

/** All that was typed, line under line, to be read or copied; null without any. */
function plainText(text: ReportText | undefined): string | null {
  const typed = Object.values(text ?? {}).filter((value) => value !== "");
  return typed.length === 0 ? null : typed.join("\n");
}

/** What the page of a personal link asks about reports and refusals. */
export const partReports = { savedBefore, isHandedIn, isEnd, isOutOfReach, handedIn, isLate, isReady, plainText };
