import { but, ofLine, ofPart, ofProject, type Row } from "./procedure-row.ts";
import { pick } from "./row-inputs.ts";

const resource = { title: "New", kind: "technology" };

const ownNotYet = but("invited", "403", "Who has not accepted owns no risk yet.", ["own"]);

/** Projects, their plan and their members. */
export const projectRows: Record<string, Row> = {
  "baseline.list": ofProject(({ project }) => ({ projectId: project.id })),
  "baseline.compare": ofProject(({ project, baseline }) => ({ projectId: project.id, from: baseline.id, to: "now" })),
  "baseline.freeze": ofProject(({ project }) => ({ projectId: project.id, name: "Meeting" })),
  "baseline.revise": ofProject(({ baseline }) => ({ ...pick(baseline), patch: { decidedOn: "2026-02-01" } })),
  "baseline.remove": ofProject(({ baseline }) => pick(baseline)),
  "risk.list": ofProject(({ project }) => ({ projectId: project.id })),
  "risk.create": ofProject(({ project }) => ({
    projectId: project.id,
    title: "New",
    likelihood: "L",
    severity: "H",
  })),
  "risk.reorder": ofProject(({ project, risks }) => ({ projectId: project.id, risks: risks.map(pick) })),
  "risk.remove": ofPart(({ risk }) => pick(risk)),
  "risk.revise": ofPart(({ risk }) => ({ ...pick(risk), patch: { mitigation: "Other" } }), ownNotYet),
  "risk.report": ofPart(
    ({ risk, period }) => ({
      id: risk.id,
      periodId: period.id,
      version: null,
      state: "open",
      likelihood: "L",
      severity: "L",
    }),
    ownNotYet,
  ),
  "bin.list": ofProject(({ project }) => ({ projectId: project.id })),
  "change.list": ofProject(({ project }) => ({ projectId: project.id })),
  "contribution.options": ofProject(({ project }) => ({ projectId: project.id })),
  "contribution.list": ofProject(({ project }) => ({ projectId: project.id })),
  "matrix.show": ofProject(({ project }) => ({ projectId: project.id })),
  "contribution.balance": ofProject(({ project }) => ({ projectId: project.id })),
  "export.list": ofProject(({ project }) => ({ projectId: project.id })),
  "export.start": ofProject(({ project }) => ({
    projectId: project.id,
    format: "json",
    audience: "internal",
    language: "en",
  })),
  "milestone.list": ofProject(({ project }) => ({ projectId: project.id })),
  "milestone.create": ofProject(({ project }) => ({
    projectId: project.id,
    title: "New",
    streamIds: [],
    dueMonth: 3,
    verification: "",
  })),
  "milestone.revise": ofProject(({ milestone }) => ({ ...pick(milestone), patch: { title: "Other" } })),
  "milestone.reach": ofProject(({ milestone }) => ({ ...pick(milestone), reachedOn: "2026-02-01" })),
  "milestone.remove": ofProject(({ milestone }) => pick(milestone)),
  "participant.list": ofProject(({ project }) => ({ projectId: project.id })),
  "period.list": ofProject(({ project }) => ({ projectId: project.id })),
  "period.revise": ofProject(({ period }) => ({ ...pick(period), patch: { dueOn: "2026-09-01" } })),
  "period.lock": ofProject(({ period }) => ({ ...pick(period), locked: true })),
  "period.generate": ofProject(({ project }) => ({ projectId: project.id })),
  "project.show": ofProject(({ project }) => ({ projectId: project.id })),
  "project.overview": ofProject(({ project }) => ({ projectId: project.id })),
  "project.revise": ofProject(({ project }) => ({ ...pick(project), patch: { place: "Lahti" } })),
  "project.changeStatus": ofProject(({ project }) => ({ ...pick(project), status: "completed" })),
  "project.remove": ofProject(
    ({ project }) => pick(project),
    but("lead leadEditor cluster", "403", "Only an idea can be removed; this project runs."),
  ),
  "stream.list": ofProject(({ project }) => ({ projectId: project.id })),
  "stream.create": ofProject(({ project }) => ({ projectId: project.id, ...resource })),
  "stream.reorder": ofProject(({ project, streams }) => ({ projectId: project.id, streams: streams.map(pick) })),
  "update.list": ofProject(({ project }) => ({ projectId: project.id })),
  "update.todo": ofProject(({ project }) => ({ projectId: project.id })),

  "stream.show": ofPart(({ stream }) => ({ id: stream.id })),
  "stream.revise": ofPart(({ stream }) => ({ ...pick(stream), patch: { title: "Other" } })),
  "stream.remove": ofPart(
    ({ stream }) => pick(stream),
    but("lead leadEditor cluster", "409 IN_USE", "Lines stand on it."),
    but("lead leadEditor cluster", "404", "There is none.", ["unknown"]),
  ),
  "stream.report": ofPart(
    ({ stream }) => ({ ...pick(stream), patch: { trlNow: 6 } }),
    but("invited", "403", "Who has not accepted leads nothing yet.", ["own"]),
  ),
  "participant.add": ofPart(({ project, organisation }) => ({
    projectId: project.id,
    organisationId: organisation.id,
    role: "subcontractor",
    contact: "",
    roleText: "",
  })),
  "participant.revise": ofPart(({ participant }) => ({ ...pick(participant), patch: { roleText: "x" } })),
  "participant.describe": ofPart(({ participant }) => ({ ...pick(participant), patch: { roleText: "x" } })),
  "participant.answer": ofPart(({ participant }) => ({ ...pick(participant), accept: true })),
  "participant.inviteAgain": ofPart(
    ({ participant }) => pick(participant),
    but("lead leadEditor cluster", "403", "Only who declined or left is asked again."),
  ),
  "participant.withdraw": ofPart(
    ({ participant }) => pick(participant),
    but("lead leadEditor", "403", "The coordinator hands over before leaving.", ["own"]),
    but("memberEditor", "403", "Leaving is for managers of the member."),
    but("invited", "403", "Who was asked declines instead of leaving.", ["own"]),
  ),
  "participant.remove": ofPart(
    ({ participant }) => pick(participant),
    but("lead leadEditor", "403", "The coordinator's row stays.", ["own"]),
    but("lead leadEditor cluster", "409 IN_USE", "Lines and a stream refer to it.", [
      "shared",
      "elsewhere-open",
      "elsewhere",
    ]),
  ),
  "participant.makeCoordinator": ofPart(
    ({ participant, lead }) => ({ ...pick(participant), coordinatorId: lead.id, coordinatorVersion: lead.version }),
    but("leadEditor cluster", "403", "Handing over is for managers of the coordinator alone."),
    but("lead", "403", "It coordinates already.", ["own"]),
  ),

  "contribution.show": ofLine(({ agreed }) => ({ id: agreed.id })),
  "update.show": ofLine(({ submitted }) => ({ id: submitted.id })),
};
