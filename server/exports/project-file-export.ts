import { type ProjectFile, projectFileFormat } from "#shared/features/exports/project-file.ts";
import { maySeeReviewNote } from "#shared/features/reporting/update-policy.ts";

import { collectPlanFile } from "./project-file-plan-export.ts";
import type { ProjectRows } from "./project-rows.ts";
import type { Sight } from "./sight.ts";

type Lists = { [Name in keyof ProjectFile]: ProjectFile[Name] extends (infer Row)[] ? Row : never };

/** The project as an interchange file, cut down to a sight; pure. Same rows, sight and clock: same file. */
export function collectProjectFile(rows: ProjectRows, sight: Sight, now: number): ProjectFile {
  const participants = rows.participants.filter(
    (row) => sight.seesParticipant(row) || namedByLine(rows, sight, row.id),
  );
  const shown = new Set(participants.map((row) => row.id));
  const lines = rows.contributions.filter((row) => sight.seesLine(row));
  const lineIds = new Set(lines.map((row) => row.id));
  const contributions = lines.map((row) => contributionOf(row, sight, rows));
  const named = new Set([
    rows.project.clusterId,
    ...participants.map((row) => row.organisationId),
    ...contributions.flatMap((line) =>
      [...line.offers, ...(line.amendments ?? [])].map(({ byOrganisationId }) => byOrganisationId),
    ),
  ]);
  return {
    format: projectFileFormat,
    audience: sight.audience,
    generatedAt: now,
    project: projectOf(rows.project, sight),
    organisations: rows.organisations.filter((row) => named.has(row.id)).map((row) => organisationOf(row, sight)),
    participants: participants.map((row) => participantOf(row, sight)),
    streams: rows.streams.map((row) => streamOf(row, shown)),
    ...collectPlanFile(rows, sight, shown),
    milestones: rows.milestones.map((row) => milestoneOf(row, sight)),
    periods: rows.periods.map(periodOf),
    contributions,
    updates: rows.updates
      .filter((row) => lineIds.has(row.contributionId) && sight.seesUpdate(row))
      .map((row) => updateOf(row, sight)),
  };
}

/** A member that left is named where a line of its own is shown. */
function namedByLine(rows: ProjectRows, sight: Sight, participantId: string): boolean {
  return rows.contributions.some((line) => line.participantId === participantId && sight.seesLine(line));
}

function projectOf(row: ProjectRows["project"], sight: Sight): ProjectFile["project"] {
  return {
    id: row.id,
    acronym: row.acronym,
    title: row.title,
    summary: row.summary,
    objectives: row.objectives,
    keywords: row.keywords,
    status: row.status,
    clusterId: row.clusterId,
    startOn: row.startOn,
    durationMonths: row.durationMonths,
    periodMonths: row.periodMonths,
    currency: row.currency,
    ruleBook: row.ruleBook,
    visibility: row.visibility,
    goals: row.goals,
    place: row.place,
    sample: row.sample,
    source: row.source,
    externalId: row.externalId,
    callTopic: row.callTopic,
    fundingScheme: row.fundingScheme,
    totalCostCents: sight.seesFigures ? row.totalCostCents : null,
    maxGrantCents: sight.seesFigures ? row.maxGrantCents : null,
  };
}

function organisationOf(row: ProjectRows["organisations"][number], sight: Sight): Lists["organisations"] {
  const isPublic = sight.audience === "public";
  return {
    id: row.id,
    kind: row.kind,
    activityType: row.activityType,
    size: row.size,
    name: row.name,
    shortName: row.shortName,
    nativeName: row.nativeName,
    nativeLanguage: row.nativeLanguage,
    country: row.country,
    countryImported: row.countryImported,
    region: row.region,
    city: row.city,
    address: isPublic ? null : row.address,
    website: row.website,
    vatNumber: isPublic ? null : row.vatNumber,
    pic: isPublic ? null : row.pic,
    registrationNumber: isPublic ? null : row.registrationNumber,
    source: row.source,
    externalId: row.externalId,
  };
}

function participantOf(row: ProjectRows["participants"][number], sight: Sight): Lists["participants"] {
  const figures = sight.seesFigures;
  return {
    id: row.id,
    organisationId: row.organisationId,
    number: row.number,
    role: row.role,
    state: row.state,
    joinedOn: row.joinedOn,
    leftOn: row.leftOn,
    contact: sight.seesInside ? row.contact : "",
    roleText: sight.audience === "public" ? "" : row.roleText,
    fundingRateBp: figures ? row.fundingRateBp : null,
    grantCents: figures ? row.grantCents : null,
    netGrantCents: figures ? row.netGrantCents : null,
    totalCostCents: figures ? row.totalCostCents : null,
    sourceNumber: row.sourceNumber,
  };
}

function streamOf(row: ProjectRows["streams"][number], shown: ReadonlySet<string>): Lists["streams"] {
  return {
    id: row.id,
    number: row.number,
    code: row.code,
    title: row.title,
    kind: row.kind,
    description: row.description,
    leadParticipantId:
      row.leadParticipantId !== null && shown.has(row.leadParticipantId) ? row.leadParticipantId : null,
    startMonth: row.startMonth,
    endMonth: row.endMonth,
    trlStart: row.trlStart,
    trlNow: row.trlNow,
    trlTarget: row.trlTarget,
    colour: row.colour,
    pattern: row.pattern,
    state: row.state,
  };
}

function milestoneOf(row: ProjectRows["milestones"][number], sight: Sight): Lists["milestones"] {
  const { id, number, title, streamIds, dueMonth, verification, reachedOn, lateReason } = row;
  const why = sight.seesInside && lateReason !== "" ? { lateReason } : {};
  return { id, number, title, streamIds, dueMonth, verification, reachedOn, ...why };
}

function periodOf(row: ProjectRows["periods"][number]): Lists["periods"] {
  const { id, number, startMonth, endMonth, dueOn, lockedAt } = row;
  return { id, number, startMonth, endMonth, dueOn, lockedAt };
}

type Terms = Omit<
  Lists["contributions"]["offers"][number],
  "id" | "number" | "side" | "reason" | "byOrganisationId" | "at"
>;

function termsOf(row: Terms): Terms {
  const { effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth } = row;
  return { effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth };
}

function contributionOf(
  row: ProjectRows["contributions"][number],
  sight: Sight,
  rows: ProjectRows,
): Lists["contributions"] {
  const talk = sight.seesInside ? rows.offers.filter((offer) => offer.contributionId === row.id) : [];
  const changes = sight.seesInside ? rows.amendments.filter((change) => change.contributionId === row.id) : [];
  return {
    id: row.id,
    participantId: row.participantId,
    streamId: row.streamId,
    kind: row.kind,
    title: row.title,
    ...termsOf(row),
    confidentiality: row.confidentiality,
    state: row.state,
    agreedAt: row.agreedAt,
    offers: talk.map((offer) => ({
      id: offer.id,
      number: offer.number,
      side: offer.side,
      ...termsOf(offer),
      reason: offer.reason,
      byOrganisationId: offer.byOrganisationId,
      at: offer.at,
    })),
    ...(changes.length === 0 ? {} : { amendments: changes.map(amendmentOf) }),
  };
}

type AmendmentRow = ProjectRows["amendments"][number];

function amendmentOf(row: AmendmentRow): NonNullable<Lists["contributions"]["amendments"]>[number] {
  return {
    id: row.id,
    number: row.number,
    side: row.side,
    kind: row.kind,
    ...termsOf(row),
    reason: row.reason,
    state: row.state,
    answer: row.answer,
    byOrganisationId: row.byOrganisationId,
    at: row.createdAt,
    answeredAt: row.answeredAt,
  };
}

function updateOf(row: ProjectRows["updates"][number], sight: Sight): Lists["updates"] {
  return {
    id: row.id,
    contributionId: row.contributionId,
    periodId: row.periodId,
    participantId: row.participantId,
    state: row.state,
    deliveredPmHundredths: row.deliveredPmHundredths,
    deliveredQuantity: row.deliveredQuantity,
    deliveredCents: row.deliveredCents,
    remainingPmHundredths: row.remainingPmHundredths,
    remainingQuantity: row.remainingQuantity,
    remainingCents: row.remainingCents,
    progressBp: row.progressBp,
    text: row.text,
    lateReason: row.lateReason,
    reviewNote: sight.seesInside && maySeeReviewNote(sight.standing, row) ? row.reviewNote : "",
    submittedAt: row.submittedAt,
    reviewedAt: row.reviewedAt,
  };
}
