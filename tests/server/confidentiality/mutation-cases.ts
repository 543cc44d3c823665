import { amendmentCases } from "./amendment-cases.ts";
import { costCases } from "./cost-cases.ts";
import { decisionCases } from "./decision-cases.ts";
import { directoryCases } from "./directory-cases.ts";
import { planCases } from "./plan-scene.ts";
import type { Persona, SecretScene } from "./secret-scene.ts";

/** A call that only `allowed` may make; everybody else has to be refused. */
export type MutationCase = { input: object; allowed: readonly Persona[] };

const plan: readonly Persona[] = ["coordinator", "cluster"];
const nobody: readonly Persona[] = [];
const writers: readonly Persona[] = ["coordinator", "member", "other", "invited", "cluster", "reader", "outsider"];
/** Whoever the project is open to. */
const readers: readonly Persona[] = [
  ...writers.filter((who) => who !== "outsider"),
  "coordinatorViewer",
  "viewer",
  "otherViewer",
  "clusterViewer",
];
const unknown = "0190b7a0-0000-7000-8000-000000000000";

/** Mutations about the own account, session or installation: there is nobody else's right to break in their inputs. */
export const ownAffairs = [
  "account.",
  "me.",
  "setup.",
  "invitation.join",
  "notification.mark",
  "notification.snooze",
  "presence.",
];

/** One call of every mutation about a project, an organisation or a job; `id` turns a real identifier into the one to ask for. */
export function mutationCases(
  scene: SecretScene,
  submitted: { id: string; version: number },
  id: (real: string) => string = (real) => real,
): Record<string, MutationCase> {
  const projectId = id(scene.project.id);
  const organisationId = id(scene.owners.member.id);
  const at = (row: { id: string; version: number }) => ({ id: id(row.id), version: row.version });
  const first = (row: { id: string }) => ({ id: id(row.id), version: 1 });
  const { member, invited, coordinator } = scene.participants;
  const { asked, open, handedBack } = scene.lines;
  const terms = {
    effortPmHundredths: null,
    quantity: null,
    unit: null,
    valueCents: 100,
    basis: "own-cost",
    basisNote: "",
    fromMonth: 1,
    toMonth: 2,
  };
  const line = { streamId: null, kind: "cash", title: "New", confidentiality: "consortium", terms };
  const stream = { title: "New", kind: "technology" };
  const ofAsked = { id: id(asked.id), version: asked.version + 1 };
  return {
    "access.view": { input: { participantId: id(member.id) }, allowed: ["coordinator"] },
    "access.open": {
      input: { projectId, organisationId, reason: "The backup has to be compared with it." },
      allowed: ["administrator"],
    },
    "access.close": { input: { id: unknown }, allowed: nobody },
    ...amendmentCases(scene, terms, id),
    ...directoryCases(scene, id),
    ...decisionCases(scene, id),
    ...planCases(scene, id),
    ...costCases(scene, submitted, id),
    "attachment.remove": { input: first(scene.files.drafted), allowed: ["member"] },
    "attachment.restore": { input: first(scene.files.drafted), allowed: nobody },
    "bin.restore": { input: { seq: scene.removedMilestone }, allowed: plan },
    "change.undo": { input: { groupId: id(scene.coordinatorsAct) }, allowed: ["coordinator"] },
    "comment.add": {
      input: { subject: "contribution", subjectId: id(open.id), text: "Said", mentions: [] },
      allowed: ["coordinator", "member", "other", "cluster"],
    },
    "comment.edit": { input: { ...first(scene.comments.remark), text: "Other", mentions: [] }, allowed: ["member"] },
    "comment.remove": { input: first(scene.comments.remark), allowed: ["coordinator", "member"] },
    "comment.restore": { input: at(scene.comments.removed), allowed: ["member"] },
    "contribution.propose": {
      input: { projectId, participantId: id(member.id), ...line },
      allowed: ["coordinator", "member"],
    },
    "contribution.revise": { input: { ...ofAsked, patch: { title: "Other" } }, allowed: ["coordinator"] },
    "contribution.counter": { input: { ...ofAsked, terms, reason: "Why" }, allowed: ["member"] },
    "contribution.agree": { input: ofAsked, allowed: ["member"] },
    "contribution.agreeMany": { input: { projectId, lines: [ofAsked] }, allowed: ["member"] },
    "contribution.withdraw": { input: ofAsked, allowed: ["coordinator", "member"] },
    "matrix.write": {
      input: {
        projectId,
        measure: "value",
        reason: "Why",
        newTitle: "In kind",
        cells: [
          { participantId: id(member.id), streamId: id(scene.stream.id), amount: 100, line: null, amendment: null },
        ],
      },
      allowed: ["coordinator", "member"],
    },
    "contribution.setConfidentiality": {
      input: { ...at(open), confidentiality: "coordinator" },
      allowed: ["member"],
    },
    "calendar.open": {
      input: { projectId, token: `c${"canaries".repeat(4)}` },
      allowed: readers,
    },
    "calendar.revoke": {
      input: { projectId },
      allowed: readers,
    },
    "export.start": {
      input: { projectId, format: "json", audience: "internal", language: "en" },
      allowed: readers,
    },
    "export.cancel": { input: { id: unknown }, allowed: nobody },
    "export.remove": { input: { id: unknown }, allowed: nobody },
    "gap.remind": {
      input: { projectId, gapKey: `member-no-contact:${id(scene.participants.other.id)}` },
      allowed: plan,
    },
    "gap.remindOwner": { input: { projectId, organisationId: id(scene.owners.other.id) }, allowed: plan },
    "invitation.send": {
      input: { projectId, organisationId, role: "subcontractor", email: "new@example.test", language: "en" },
      allowed: plan,
    },
    "invitation.resend": { input: first(scene.invitation), allowed: plan },
    "invitation.revoke": { input: first(scene.invitation), allowed: plan },
    // A letter to an address is opened with its token; its id is worth nothing.
    "invitation.open": { input: { id: id(scene.invitation.id) }, allowed: nobody },
    "invitation.accept": { input: { id: id(scene.invitation.id) }, allowed: nobody },
    "invitation.decline": { input: { id: id(scene.invitation.id) }, allowed: nobody },
    "baseline.freeze": { input: { projectId, name: "Meeting" }, allowed: plan },
    "baseline.revise": { input: { ...first(scene.baseline), patch: { note: "Said" } }, allowed: plan },
    "baseline.remove": { input: first(scene.baseline), allowed: ["coordinator"] },
    "risk.create": { input: { projectId, title: "New", likelihood: "L", severity: "H" }, allowed: plan },
    "risk.revise": { input: { ...first(scene.risk), patch: { mitigation: "Other" } }, allowed: [...plan, "member"] },
    "risk.report": {
      input: {
        id: id(scene.risk.id),
        periodId: id(scene.period.id),
        version: null,
        state: "open",
        likelihood: "L",
        severity: "L",
      },
      allowed: [...plan, "member"],
    },
    "risk.remove": { input: first(scene.risk), allowed: plan },
    "risk.reorder": { input: { projectId, risks: [first(scene.risk)] }, allowed: plan },
    "milestone.create": {
      input: { projectId, title: "New", streamIds: [], dueMonth: 3, verification: "" },
      allowed: plan,
    },
    "milestone.revise": { input: { ...first(scene.milestone), patch: { title: "Other" } }, allowed: plan },
    "milestone.reach": { input: { ...first(scene.milestone), reachedOn: "2026-02-01" }, allowed: plan },
    "milestone.remove": { input: first(scene.milestone), allowed: plan },
    "notification.choose": {
      input: { projectId, level: "all" },
      allowed: readers,
    },
    "participant.add": {
      input: { projectId, organisationId, role: "subcontractor", contact: "", roleText: "" },
      allowed: plan,
    },
    "participant.revise": { input: { id: id(member.id), version: 2, patch: { roleText: "x" } }, allowed: plan },
    "participant.describe": {
      input: { id: id(member.id), version: 2, patch: { roleText: "x" } },
      allowed: [...plan, "member"],
    },
    "participant.answer": { input: { id: id(invited.id), version: 2, accept: true }, allowed: ["invited"] },
    "participant.inviteAgain": { input: { id: id(member.id), version: 2 }, allowed: nobody },
    "participant.withdraw": { input: { id: id(member.id), version: 2 }, allowed: [...plan, "member"] },
    "participant.remove": { input: { id: id(member.id), version: 2 }, allowed: plan },
    "participant.makeCoordinator": {
      input: { id: id(member.id), version: 2, coordinatorId: id(coordinator.id), coordinatorVersion: 1 },
      allowed: plan,
    },
    "period.revise": { input: { ...first(scene.period), patch: { dueOn: "2026-09-01" } }, allowed: plan },
    "period.lock": { input: { ...first(scene.period), locked: true }, allowed: ["coordinator"] },
    "period.lockMany": {
      input: { projectId, locked: true, periods: [first(scene.period)] },
      allowed: ["coordinator"],
    },
    "period.reviseSettings": { input: { projectId, version: null, patch: { hour: 9 } }, allowed: ["coordinator"] },
    "period.remind": { input: { id: id(scene.period.id), participantIds: null }, allowed: ["coordinator"] },
    "period.generate": { input: { projectId }, allowed: plan },
    "project.create": { input: { acronym: "NEW", title: "New" }, allowed: writers },
    "project.revise": { input: { ...first(scene.project), patch: { visibility: "public" } }, allowed: plan },
    "project.changeStatus": { input: { ...first(scene.project), status: "completed" }, allowed: plan },
    "project.remove": { input: first(scene.project), allowed: nobody },
    "stream.create": { input: { projectId, ...stream }, allowed: plan },
    "stream.revise": { input: { ...first(scene.stream), patch: { title: "Other" } }, allowed: plan },
    "stream.report": { input: { ...first(scene.stream), patch: { trlNow: 6 } }, allowed: [...plan, "member"] },
    "stream.reorder": { input: { projectId, streams: [first(scene.stream)] }, allowed: plan },
    "stream.remove": { input: first(scene.stream), allowed: plan },
    "update.save": {
      input: { contributionId: id(handedBack.id), periodId: id(scene.period.id), version: 1, patch: { text: "x" } },
      allowed: ["member"],
    },
    "update.submit": { input: at(scene.reports.draft), allowed: ["member"] },
    "update.submitMany": { input: { projectId, updates: [at(scene.reports.draft)] }, allowed: ["member"] },
    "update.accept": { input: at(submitted), allowed: ["coordinator"] },
    "update.return": { input: { ...at(submitted), note: "Why" }, allowed: ["coordinator"] },
    "update.returnMany": {
      input: { projectId, updates: [at(submitted)], note: "Why" },
      allowed: ["coordinator"],
    },
    "update.acceptMany": { input: { projectId, updates: [at(submitted)] }, allowed: ["coordinator"] },
  };
}
