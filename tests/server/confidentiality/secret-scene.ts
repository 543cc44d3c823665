import type { Database } from "#server/db/database.ts";
import { freezePlan } from "#server/features/baselines/baseline-service.ts";
import { addComment, removeComment } from "#server/features/comments/comment-service.ts";
import {
  proposeContribution,
  reviseContribution,
  setConfidentiality,
} from "#server/features/contributions/contribution-service.ts";
import { agreeContribution, counterContribution } from "#server/features/contributions/offer-service.ts";
import { acceptUpdate, returnUpdate } from "#server/features/reporting/review-service.ts";
import { saveUpdate, submitUpdate } from "#server/features/reporting/update-service.ts";
import { removeMilestone } from "#server/features/milestones/milestone-service.ts";
import { describeParticipant } from "#server/features/participants/participant-service.ts";
import { freezePlanSchema } from "#shared/features/baselines/baseline.ts";
import type { Confidentiality } from "#shared/features/contributions/contribution-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { ProjectVisibility } from "#shared/features/projects/project-words.ts";
import { actAs, buildConsortium } from "#tests/support/build-consortium.ts";
import { buildAttachment } from "#tests/support/build-attachment.ts";
import { buildContribution, buildPeriod } from "#tests/support/build-contribution.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { cashTerms } from "#tests/support/terms.ts";
import { buildRisk } from "#tests/support/build-plan.ts";
import { buildBudgetLine } from "#tests/support/build-budget.ts";
import { buildMilestone, buildStream } from "#tests/support/build-project.ts";
import { amendmentSecrets, buildSecretAmendments } from "./secret-amendments.ts";
import { buildSecretBallots } from "./secret-ballots.ts";
import { changes, projects } from "#server/db/schema/index.ts";
import { eq, max } from "drizzle-orm";

import { buildScenePlan } from "./plan-scene.ts";
import { inviteGuest } from "./scene-invitation.ts";

/** Words and figures of the confidential lines, their offers, reports and past; no answer to others may hold one. */
export const secrets = {
  title: "Zebrafinch licence",
  closedTitle: "Wolverine furnace",
  note: "Canarybird note",
  reason: "Axolotl reason",
  report: "Pangolin report",
  reviewNote: "Quokka review",
  remark: "Marmoset remark",
  closedRemark: "Wombat remark",
  file: "Dugong evidence.pdf",
  valueCents: 123_456_789,
  offeredCents: 98_765_431,
  closedCents: 55_544_433,
  deliveredCents: 77_777_771,
  ...amendmentSecrets,
};

/** What a member has written but not handed in, and what only the member and the coordinator talk about. */
export const drafts = {
  text: "Narwhal draft",
  cents: 31_313_137,
  returnedNote: "Ibex note",
  returnedText: "Okapi text",
  reworkedCents: 46_464_649,
  earlierNote: "Tapir note",
  remark: "Kiwi remark",
  file: "Kakapo evidence.pdf",
};

/** What the members share, and readers outside do not get. */
export const inside = { contact: "Lemur contact", reason: "Gecko reason", remark: "Dingo remark" };

type Line = { id: string; version: number };

/** A consortium whose member has lines of every sort, put there by the program itself so that all of it has a history. */
export async function buildSecretScene(db: Database, visibility: ProjectVisibility = "cluster") {
  const scene = await buildConsortium(db);
  const { people, participants, project } = scene;
  await db.housekeep((tx) => tx.update(projects).set({ visibility }).where(eq(projects.id, project.id)));
  const stream = await buildStream(db, project, { leadParticipantId: participants.member.id });
  const plan = await buildScenePlan(db, stream, participants.member);
  const milestone = await buildMilestone(db, project);
  const period = await buildPeriod(db, project);
  // Reports that nobody hands in: the period does not close before all of this has happened.
  for (const of of ["coordinator", "other"] as const)
    await buildContribution(db, participants[of], { streamId: stream.id });
  const as = <T>(person: Person, work: Parameters<typeof db.transact<T>>[1]) => actAs(db, person, work);
  const propose = (title: string, valueCents: number, confidentiality: Confidentiality) =>
    as(people.member, (tx) =>
      proposeContribution(tx, people.member, {
        projectId: project.id,
        participantId: participants.member.id,
        streamId: stream.id,
        kind: "cash",
        title,
        confidentiality,
        terms: cashTerms(valueCents, confidentiality === "coordinator" ? secrets.note : ""),
      }),
    );
  const agree = (line: Line) => as(people.member, (tx) => agreeContribution(tx, people.member, pick(line)));
  const counter = (line: Line, cents: number, reason: string) =>
    as(people.coordinator, (tx) =>
      counterContribution(tx, people.coordinator, { ...pick(line), terms: cashTerms(cents), reason }),
    );
  const save = (contributionId: string, text: string, deliveredCents: number, version: number | null = null) =>
    as(people.member, (tx) =>
      saveUpdate(tx, people.member, {
        contributionId,
        periodId: period.id,
        version,
        patch: { text, deliveredCents, progressBp: 5_000 },
      }),
    );
  const submit = (update: Line) => as(people.member, (tx) => submitUpdate(tx, people.member, pick(update)));
  const giveBack = (update: Line, note: string) =>
    as(people.coordinator, (tx) => returnUpdate(tx, people.coordinator, { ...pick(update), note }));
  const accept = (update: Line) => as(people.coordinator, (tx) => acceptUpdate(tx, people.coordinator, pick(update)));

  const secret = await agree(
    await counter(
      await propose(secrets.title, secrets.offeredCents, "coordinator"),
      secrets.valueCents,
      secrets.reason,
    ),
  );
  const returnedOnce = await giveBack(
    await submit(await save(secret.id, secrets.report, secrets.deliveredCents)),
    secrets.reviewNote,
  );
  const report = await accept(await submit(returnedOnce));
  // Shared at first: what others could read then, they cannot read any more.
  const wasOpen = await agree(
    await counter(await propose(secrets.closedTitle, 1_000, "consortium"), secrets.closedCents, secrets.reason),
  );
  const say = (
    subject: "contribution" | "update",
    { id: subjectId }: { id: string },
    text: string,
    named: Person[] = [],
  ) =>
    as(people.member, (tx) =>
      addComment(tx, people.member, { subject, subjectId, text, mentions: named.map(({ userId }) => userId) }),
    );
  await say("contribution", secret, secrets.remark, [people.coordinator]);
  await say("contribution", wasOpen, secrets.closedRemark, [people.other, people.cluster]);
  const closed = await as(people.member, (tx) =>
    setConfidentiality(tx, people.member, { ...pick(wasOpen), confidentiality: "coordinator" }),
  );
  const open = await agree(await counter(await propose("Open line", 2_000, "consortium"), 3_000, inside.reason));
  const draft = await save(open.id, drafts.text, drafts.cents);
  const remark = await say("contribution", open, inside.remark, [people.other]);
  const taken = await say("contribution", open, "Taken back");
  const removed = await as(people.member, (tx) => removeComment(tx, people.member, pick(taken)));
  await say("update", draft, drafts.remark, [people.coordinator]);
  const handedBack = await agree(await counter(await propose("Another open line", 2_000, "consortium"), 4_000, "-"));
  const first = await submit(await save(handedBack.id, "Handed in", 500));
  const back = await giveBack(first, drafts.returnedNote);
  const returned = await save(handedBack.id, drafts.returnedText, drafts.reworkedCents, back.version);
  const amended = await buildSecretAmendments(db, scene, { secret, shared: handedBack });
  const asked = await counter(await propose("Asked line", 2_000, "consortium"), 6_000, "-");
  await as(people.coordinator, (tx) =>
    reviseContribution(tx, people.coordinator, { ...pick(asked), patch: { title: "Asked again" } }),
  );
  for (const decide of [submit, async (update: Line) => accept(await submit(update))]) {
    const line = await agree(await counter(await propose("Revised line", 2_000, "consortium"), 5_000, "-"));
    await decide(await giveBack(await submit(await save(line.id, "First try", 400)), drafts.earlierNote));
  }
  const describe = (of: "member" | "invited") =>
    as(people.coordinator, async (tx) => {
      const { id } = participants[of];
      await describeParticipant(tx, people.coordinator, { id, version: 1, patch: { contact: inside.contact } });
      return tx.groupId;
    });
  await describe("invited");
  const coordinatorsAct = await describe("member");
  const gone = await buildMilestone(db, project, { title: "Removed" });
  await as(people.coordinator, (tx) => removeMilestone(tx, people.coordinator, { id: gone.id, version: 1 }));
  const [removal] = await db.read.select({ seq: max(changes.seq) }).from(changes);
  const removedMilestone = Number(removal?.seq);
  const evidence = (of: Line, fileName: string, handedInAt?: null) =>
    buildAttachment(db, { id: of.id, projectId: project.id }, scene.owners.member, {
      fileName,
      ...(handedInAt === null ? { handedInAt } : {}),
    });
  await evidence(report, secrets.file);
  const drafted = await evidence(draft, drafts.file, null);
  // Added while a returned report is written anew.
  await evidence(returned, drafts.file, null);
  const invitation = await inviteGuest(db, people.coordinator, project, scene.owners.invited);
  const decisions = await buildSecretBallots(db, scene);
  const risk = await buildRisk(db, project, { ownerParticipantId: participants.member.id });
  const frozen = await as(people.coordinator, (tx) =>
    freezePlan(tx, people.coordinator, freezePlanSchema.parse({ projectId: project.id, name: "Kick-off" })),
  );
  const cost = await buildBudgetLine(db, { id: participants.member.id, projectId: project.id });
  const extra = {
    coordinatorViewer: await buildPerson(db, { ...scene.owners.coordinator }, "viewer"),
    otherViewer: await buildPerson(db, scene.owners.other, "viewer"),
    clusterViewer: await buildPerson(db, scene.clusterOrganisation, "viewer"),
    noSeat: await buildPerson(db),
    administrator: await buildPerson(db, undefined, "manager", true),
  };
  return {
    ...scene,
    people: { ...people, ...extra },
    stream,
    plan,
    milestone,
    period,
    risk,
    cost,
    /** The plan with all its secrets, frozen. */
    baseline: { id: frozen.id, version: frozen.version },
    /** A change of a shared line that its member proposes and nobody has answered. */
    amended,
    decisions,
    invitation,
    lines: { secret, closed, open, handedBack, asked },
    reports: { report, draft, returned },
    comments: { remark, removed },
    files: { drafted },
    /** Something the coordinator did that can be taken back. */
    coordinatorsAct,
    /** The number of a removal in the history. */
    removedMilestone,
  };
}
export type SecretScene = Awaited<ReturnType<typeof buildSecretScene>>;
export type Persona = keyof SecretScene["people"];

/** Everybody who asks and tries. */
export const personas = [
  "coordinator",
  "coordinatorViewer",
  "member",
  "viewer",
  "other",
  "otherViewer",
  "invited",
  "cluster",
  "clusterViewer",
  "reader",
  "outsider",
  "noSeat",
  "administrator",
] as const satisfies readonly Persona[];

/** Who may see the confidential lines. */
export const trusted: readonly Persona[] = ["coordinator", "coordinatorViewer", "member", "viewer"];

function pick({ id, version }: Line): Line {
  return { id, version };
}
