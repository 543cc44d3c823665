import { but, counted, ofDraft, ofLine, ofNothing, ofPart, ofProject, type Row } from "./procedure-row.ts";
import { pick } from "./row-inputs.ts";

const invitersOnly = but(
  "leadViewer member memberEditor memberViewer invited clusterViewer reader",
  "404",
  "Whom somebody invited, and where, is told to those who invite alone.",
);
const inside = "Decisions are read by accepted members and the cluster.";

/** Decisions, the reporting cycle, invitations, the bin. */
export const cycleRows: Record<string, Row> = {
  "decision.list": ofProject(({ project }) => ({ projectId: project.id })),
  "decision.show": ofProject(({ vote }) => ({ id: vote.id }), but("invited reader", "404", inside)),
  "decision.create": ofProject(({ project }) => ({
    projectId: project.id,
    title: "New",
    text: "",
    closesAt: 4_000_000_000_000,
    quorumBp: 5_000,
    majority: "simple",
    majorityBp: null,
    weighting: "organisation",
    voters: ["coordinator", "beneficiary"],
  })),
  "decision.revise": ofProject(({ question }) => ({ ...pick(question), patch: { title: "Other" } }), ...paper()),
  "decision.open": ofProject(({ question }) => pick(question), ...paper()),
  "decision.cancel": ofProject(({ vote }) => ({ ...pick(vote), reason: "Why" }), but("invited reader", "404", inside)),
  "decision.close": ofProject(
    ({ vote }) => pick(vote),
    but("invited reader", "404", inside),
    but("lead leadEditor", "409 QUORUM_MISSING", "Nobody has voted yet."),
  ),
  "decision.vote": ofProject(
    ({ vote }) => ({ decisionId: vote.id, version: null, choice: "yes", reason: "" }),
    but("invited reader", "404", inside),
  ),

  "forecast.show": ofProject(({ project }) => ({ projectId: project.id, unit: "value" })),
  "gap.list": ofProject(({ project }) => ({ projectId: project.id })),
  "gap.counts": ofProject(
    ({ project }) => ({ projectIds: [project.id] }),
    but("*", "ok", "Projects that are not open are left out of the answer."),
    but("*", "ok", "So are those that never were.", ["unknown"]),
  ),
  "gap.remind": ofPart(
    ({ project, participant }) => ({ projectId: project.id, gapKey: `member-no-contact:${participant.id}` }),
    but("lead leadEditor", "403", "Nobody reminds itself.", ["own"]),
    but("lead", "409 NOBODY_TO_ASK", "The strangers' member has nobody.", ["elsewhere-open", "elsewhere"]),
  ),
  "gap.remindOwner": ofPart(
    ({ project, organisation }) => ({ projectId: project.id, organisationId: organisation.id }),
    but("lead leadEditor", "403", "Nobody reminds itself.", ["own"]),
    but("lead", "404", "The organisation takes no part there.", ["elsewhere-open", "elsewhere"]),
  ),
  "notification.level": ofProject(({ project }) => ({ projectId: project.id })),
  "notification.choose": ofProject(({ project }) => ({ projectId: project.id, level: "all" })),
  "period.lockMany": ofProject(
    ({ project, period }) => ({ projectId: project.id, locked: true, periods: [pick(period)] }),
    but(
      "leadViewer member memberEditor memberViewer invited cluster clusterViewer reader stranger",
      "409 NOTHING_DONE",
      "What cannot be done is left out of many, and nothing was left.",
    ),
    but("*", "409 NOTHING_DONE", "Each period answers for itself.", ["unknown"]),
  ),
  "period.status": ofProject(({ period }) => ({ id: period.id })),
  "period.settings": ofProject(({ project }) => ({ projectId: project.id })),
  "period.reviseSettings": ofProject(({ project }) => ({ projectId: project.id, version: null, patch: { hour: 9 } })),
  "period.remind": ofProject(({ period }) => ({ id: period.id, participantIds: null })),

  "invitation.list": ofProject(({ project }) => ({ projectId: project.id })),
  "invitation.target": ofPart(({ project, organisation }) => ({
    projectId: project.id,
    organisationId: organisation.id,
  })),
  "invitation.send": ofPart(({ project, organisation }) => ({
    projectId: project.id,
    organisationId: organisation.id,
    role: "subcontractor",
    language: "en",
  })),
  "invitation.resend": counted(
    ofProject(
      ({ invitation }) => pick(invitation),
      invitersOnly,
      but("lead", "400 INPUT email:REQUIRED", "Nobody of the strangers' member could open the letter.", [
        "elsewhere-open",
        "elsewhere",
      ]),
    ),
  ),
  "invitation.revoke": ofProject(
    ({ invitation }) => pick(invitation),
    invitersOnly,
    but("invited", "403", "Who is asked knows of it, and answers it.", ["here"]),
  ),
  "invitation.open": ofProject(({ invitation }) => ({ id: invitation.id })),
  "invitation.accept": ofProject(
    ({ invitation }) => ({ id: invitation.id }),
    but("anonymous linkHolder expiredSession", "401", "Accepting asks for somebody signed in.", [
      "here",
      "elsewhere-open",
      "elsewhere",
      "unknown",
    ]),
  ),
  "invitation.join": counted(
    ofNothing(
      () => ({ token: "i-no-letter", name: "A", password: "lakeside 9931 kettle", language: "en" }),
      but("* nobody", "404", "It is nobody's letter."),
    ),
  ),
  "invitation.decline": ofProject(({ invitation }) => ({ id: invitation.id })),
  "bin.list": ofProject(({ project }) => ({ projectId: project.id })),

  "part.show": ofNothing(() => ({})),
  "part.save": noted(ofLine(({ agreed }) => ({ contributionId: agreed.id, version: null, patch: { text: "x" } }))),
  "part.submit": noted(ofDraft(({ draft }) => pick(draft))),
  "part.evidence": noted(ofDraft(({ draft }) => ({ updateId: draft.id }))),
  "part.removeEvidence": noted(ofDraft(({ draftFile }) => pick(draftFile))),
  "part.revoke": ofPart(({ link }) => pick(link)),
};

/** What was never opened is the coordinator's own paper: nobody else learns of it. */
function paper() {
  return [
    but(
      "member memberEditor memberViewer cluster clusterViewer invited reader",
      "404",
      "What was never opened is the coordinator's own paper.",
    ),
  ];
}

function noted(row: Row): Row {
  return { ...row, leaves: "That the link was used is noted." };
}
