import { and, eq, sql } from "drizzle-orm";

import { type BudgetItem, type BudgetParticipant, type BudgetPlan } from "#shared/features/budget/budget.ts";
import { mayCategorise, mayKeepBudget, mayPlanBudget, maySeeCosts } from "#shared/features/budget/budget-policy.ts";
import { lineSight, maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { isInConsortium, type Person } from "#shared/features/members/standing.ts";
import { mayKnowParticipant } from "#shared/features/participants/participant-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import {
  budgetLines,
  budgetSettings,
  budgetTerms,
  contributions,
  organisations,
  participants,
  periods,
  projects,
  streams,
} from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

const projectFacts = prepared("budget_project", (db) =>
  db
    .select({
      ruleBook: projects.ruleBook,
      durationMonths: projects.durationMonths,
      action: budgetSettings.action,
      flatRates: budgetSettings.flatRates,
      funds: budgetSettings.funds,
      version: budgetSettings.version,
    })
    .from(projects)
    .leftJoin(budgetSettings, eq(budgetSettings.projectId, projects.id))
    .where(eq(projects.id, sql.placeholder("projectId"))),
);

const membersOf = prepared("budget_members", (db) =>
  db
    .select({
      id: participants.id,
      number: participants.number,
      name: organisations.name,
      shortName: organisations.shortName,
      kind: organisations.kind,
      activityType: organisations.activityType,
      role: participants.role,
      state: participants.state,
      fundingRateBp: participants.fundingRateBp,
      requestedCents: budgetTerms.requestedCents,
      otherIncomeCents: budgetTerms.otherIncomeCents,
      flatRates: budgetTerms.flatRates,
      termsVersion: budgetTerms.version,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .leftJoin(budgetTerms, eq(budgetTerms.participantId, participants.id))
    .where(eq(participants.projectId, sql.placeholder("projectId")))
    .orderBy(participants.number),
);

const agreedLines = prepared("budget_contributions", (db) =>
  db
    .select({
      id: contributions.id,
      version: contributions.version,
      kind: contributions.kind,
      participantId: contributions.participantId,
      streamId: contributions.streamId,
      category: contributions.costCategory,
      title: contributions.title,
      cents: contributions.valueCents,
      fromMonth: contributions.fromMonth,
      toMonth: contributions.toMonth,
      confidentiality: contributions.confidentiality,
    })
    .from(contributions)
    .where(and(eq(contributions.projectId, sql.placeholder("projectId")), eq(contributions.state, "agreed")))
    .orderBy(contributions.id),
);

const costLines = prepared("budget_costs", (db) =>
  db
    .select()
    .from(budgetLines)
    .where(eq(budgetLines.projectId, sql.placeholder("projectId")))
    .orderBy(budgetLines.id),
);

const streamsOf = prepared("budget_streams", (db) =>
  db
    .select({ id: streams.id, code: streams.code, title: streams.title })
    .from(streams)
    .where(eq(streams.projectId, sql.placeholder("projectId")))
    .orderBy(streams.number),
);

const periodsOf = prepared("budget_periods", (db) =>
  db
    .select({ number: periods.number, startMonth: periods.startMonth, endMonth: periods.endMonth })
    .from(periods)
    .where(eq(periods.projectId, sql.placeholder("projectId")))
    .orderBy(periods.number),
);

type LineRow = Awaited<ReturnType<typeof agreedLines>>[number];
type MemberRow = Awaited<ReturnType<typeof membersOf>>[number];
type IsSeen = (line: Pick<LineRow, "participantId" | "confidentiality">) => boolean;

/** What a project's budget is computed from, as far as this reader may know it. Faults: NOT_FOUND. */
export async function showBudget(
  db: ReadDb,
  person: Person,
  { projectId }: { projectId: string },
): Promise<BudgetPlan> {
  const membership = await loadMembership(db, person, projectId);
  return await budgetPlanOf(db, membership, (line) => maySeeContribution(membership, line));
}

/**
 * The same for a reader whose sight of the ledger is narrowed further (a file for partners). Of a participant with a line
 * that is not seen nothing but its name is told beside what is open in the ledger; readers outside of the consortium, and
 * who was asked and has not answered, learn of nobody but themselves.
 */
export async function budgetPlanOf(db: ReadDb, membership: Membership, isSeen: IsSeen): Promise<BudgetPlan> {
  const { projectId } = membership;
  const [[project], members, lines, costs, streamRows, periodRows] = await Promise.all([
    projectFacts(db, { projectId }),
    membersOf(db, { projectId }),
    agreedLines(db, { projectId }),
    costLines(db, { projectId }),
    streamsOf(db, { projectId }),
    periodsOf(db, { projectId }),
  ]);
  const own = new Set(membership.participantIds);
  const seesAll = lineSight(membership) !== "own";
  const hidden = new Set(lines.filter((line) => !isSeen(line)).map(({ participantId }) => participantId));
  const withLines = new Set(lines.filter(isSeen).map(({ participantId }) => participantId));
  const shown = members.filter(
    (member) => mayKnowParticipant(membership, member) && (member.state === "accepted" || withLines.has(member.id)),
  );
  const isHidden = (id: string) => hidden.has(id) || (!seesAll && !own.has(id));
  const settings = isInConsortium(membership) ? project : undefined;
  return {
    currency: membership.currency,
    ruleBook: project?.ruleBook ?? "cluster-agreement",
    durationMonths: project?.durationMonths ?? null,
    settings: {
      action: actionOf(settings?.action),
      flatRates: settings?.flatRates ?? {},
      funds: settings?.funds ?? [],
      version: settings?.version ?? 0,
    },
    participants: shown.map((member) => memberOf(member, isHidden(member.id), membership)),
    streams: streamRows,
    periods: periodRows,
    items: [
      ...lines.filter(isSeen).map((line) => contributionItem(line, membership)),
      ...costs
        .filter(({ participantId }) => own.has(participantId) || maySeeCosts(membership))
        .map((line) => costItem(line, membership)),
    ],
    hasHidden: hidden.size > 0 || !seesAll,
    mayPlan: mayPlanBudget(membership),
  };
}

const withoutProfit = new Set(["HES", "REC", "PUB"]);
const withoutProfitByKind = new Set(["research", "education", "public", "cluster", "association"]);

function memberOf(row: MemberRow, isHidden: boolean, membership: Membership): BudgetParticipant {
  const { id, number, name, shortName, role, fundingRateBp, activityType, kind } = row;
  return {
    id,
    number,
    name: shortName ?? name,
    role,
    isHidden,
    isNonProfit: activityType === null ? withoutProfitByKind.has(kind) : withoutProfit.has(activityType),
    fundingRateBp: isHidden ? null : fundingRateBp,
    requestedCents: isHidden ? null : row.requestedCents,
    otherIncomeCents: isHidden ? 0 : (row.otherIncomeCents ?? 0),
    flatRates: isHidden ? null : row.flatRates,
    termsVersion: isHidden ? 0 : (row.termsVersion ?? 0),
    mayEdit: !isHidden && mayKeepBudget(membership, id),
  };
}

function contributionItem(row: LineRow, membership: Membership): BudgetItem {
  const { confidentiality: _confidentiality, ...line } = row;
  return { ...line, units: null, unit: "", unitPriceCents: null, note: "", mayEdit: mayCategorise(membership, line) };
}

function costItem(row: typeof budgetLines.$inferSelect, membership: Membership): BudgetItem {
  const { projectId: _project, createdAt: _created, updatedAt: _updated, ...line } = row;
  return { ...line, kind: null, cents: null, mayEdit: mayKeepBudget(membership, row.participantId) };
}

/** The type of action as stored; anything else in the column counts as none. */
export function actionOf(stored: string | null | undefined): BudgetPlan["settings"]["action"] {
  return (["RIA", "CSA", "IA"] as const).find((each) => each === stored) ?? null;
}
