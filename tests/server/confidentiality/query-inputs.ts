import { commentSubjects } from "#shared/features/comments/comment-words.ts";
import { contributionSorts } from "#shared/features/contributions/contribution-sorts.ts";
import { contributionKinds, contributionStates } from "#shared/features/contributions/contribution-words.ts";
import { notificationViews } from "#shared/features/notifications/notification-words.ts";
import { gapKinds } from "#shared/features/gaps/gap-words.ts";
import { projectSorts } from "#shared/features/projects/project-words.ts";
import { updateStates } from "#shared/features/reporting/update-words.ts";

import { decisionInputs } from "./decision-cases.ts";
import { planInputs } from "./plan-scene.ts";
import { drafts, type SecretScene, secrets } from "./secret-scene.ts";

const words = [secrets.title, secrets.note, "zebrafinch", "wolverine", drafts.text, "okapi"];
const each = <Word extends string>(list: readonly Word[], name: string) => list.map((word) => ({ [name]: word }));

/** What every query of the program is asked, with everything a curious member could try; a query without an entry fails the test. */
export function queryInputs(scene: SecretScene): Record<string, readonly object[]> {
  const projectId = scene.project.id;
  const here = (filters: readonly object[]) => filters.map((filter) => ({ projectId, ...filter }));
  const sorts = contributionSorts.flatMap((sort) => [
    { sort, pageSize: 1 },
    { sort, descending: true, pageSize: 1 },
  ]);
  const organisationIds = [...Object.values(scene.owners), scene.clusterOrganisation].map(({ id }) => id);
  const ofOrganisations = organisationIds.map((organisationId) => ({ organisationId }));
  const threads = [
    { subject: "project", subjectId: projectId },
    { subject: "stream", subjectId: scene.stream.id },
    ...Object.values(scene.lines).map(({ id }) => ({ subject: "contribution", subjectId: id })),
    ...Object.values(scene.reports).map(({ id }) => ({ subject: "update", subjectId: id })),
  ];
  const unknown = "0190b7a0-0000-7000-8000-000000000000";
  return {
    ...decisionInputs(scene),
    ...planInputs(scene),
    "access.list": [{}],
    "access.choices": ofOrganisations,
    "access.ofOrganisation": ofOrganisations,
    "account.sessions": [{}],
    "attachment.list": Object.values(scene.reports).map(({ id }) => ({ updateId: id })),
    "audit.list": [{}, { kind: "denied" }, { on: "2026-03-02" }],
    "audit.verify": [{ from: null }],
    "bin.list": here([{}]),
    "bin.directory": [{}],
    "budget.show": here([{}]),
    "calendar.show": here([{}]),
    "calendar.file": here([{}]),
    "change.list": here([
      {},
      { entity: "contribution" },
      { entity: "update" },
      { entity: "participant" },
      { limit: 1 },
    ]),
    "comment.list": threads,
    "comment.counts": here(each(commentSubjects, "subject")),
    "comment.mentionable": threads.map((thread) => ({ ...thread, search: "" })),
    "contribution.list": here([
      {},
      ...sorts,
      ...each(words, "search"),
      ...each(contributionKinds, "kind"),
      ...each(contributionStates, "state"),
      { confidentiality: "coordinator" },
      { amended: true },
      { amended: true },
      { participantId: scene.participants.member.id },
      { streamId: scene.stream.id },
      { page: 2, pageSize: 1 },
    ]),
    "contribution.options": here([{}]),
    "contribution.show": Object.values(scene.lines).map(({ id }) => ({ id })),
    "contribution.balance": here([{}]),
    "matrix.show": here([{}, { measure: "value" }, { by: "period" }, { measure: "value", by: "period" }]),
    "export.list": here([{}]),
    "export.show": [{ id: unknown }],
    "forecast.show": here([{}, { unit: "effort" }]),
    "gap.counts": [{ projectIds: [projectId] }],
    "gap.list": here([{}, ...each(gapKinds, "kind"), { grouping: "kind", pageSize: 200 }, ...ofOrganisations]),
    "home.show": [{}],
    "import.list": [{}],
    "import.progress": [{ id: unknown }],
    "import.show": [{ id: unknown }],
    "import.tables": [{ fileId: unknown }],
    "me.mailPreferences": [{}],
    "invitation.list": here([{}]),
    "invitation.target": here(organisationIds.map((organisationId) => ({ organisationId }))),
    "me.show": [{}],
    "baseline.list": here([{}]),
    "baseline.compare": here([
      { from: "last", to: "now" },
      { from: scene.baseline.id, to: scene.baseline.id },
    ]),
    "risk.list": here([{}]),
    "milestone.list": here([{}]),
    "notification.list": each(notificationViews, "show"),
    "notification.count": [{}],
    "notification.level": here([{}]),
    "organisation.list": [{}, ...each(words, "search"), { sort: "projects", descending: true }],
    "organisation.show": organisationIds.map((id) => ({ id })),
    "organisation.members": ofOrganisations,
    "organisation.projects": ofOrganisations,
    "organisation.options": [{}, ...each(words, "search")],
    "organisation.duplicates": organisationIds.map((id) => ({ id })),
    "organisation.mergePreview": [{ keptId: scene.owners.member.id, duplicateId: scene.owners.other.id }],
    "organisation.similar": each(words, "name"),
    "participant.list": here([{}, ...each(words, "search")]),
    "part.evidence": Object.values(scene.reports).map(({ id }) => ({ updateId: id })),
    "part.show": [{}],
    "part.links": here([{ periodId: scene.period.id }]),
    "period.list": here([{}]),
    "period.settings": here([{}]),
    "period.status": [{ id: scene.period.id }],
    "person.list": ofOrganisations,
    "project.list": [
      {},
      ...projectSorts.flatMap((sort) => [{ sort }, { sort, descending: true }]),
      ...each(words, "search"),
      { clusterId: scene.clusterOrganisation.id },
    ],
    "project.show": here([{}]),
    "project.overview": here([{}]),
    "sample.show": [{}],
    "setup.show": [{}],
    "stream.list": here([{}, ...each(words, "search")]),
    "stream.show": [{ id: scene.stream.id }],
    "system.show": [{}],
    "update.todo": here([{}, { periodId: scene.period.id }]),
    "update.list": here([
      {},
      ...each(updateStates, "state"),
      ...each(words, "search"),
      { participantId: scene.participants.member.id },
      { page: 2, pageSize: 1 },
    ]),
    "update.show": Object.values(scene.reports).map(({ id }) => ({ id })),
  };
}
