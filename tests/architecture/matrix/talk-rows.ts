import { terms } from "./holdings.ts";
import { but, ofDraft, ofLine, ofPart, ofProject, type Row } from "./procedure-row.ts";
import { pick } from "./row-inputs.ts";

const own = ["own", "colleague"] as const;
const notOwn = ["shared", "confided", "elsewhere-open", "elsewhere-open-confided", "elsewhere"] as const;
const notDone = "What cannot be done is left out of many, and nothing was left.";
const nothingDone = but(
  "leadViewer memberViewer invited cluster clusterViewer reader stranger",
  "409 NOTHING_DONE",
  notDone,
);
const unknownNotDone = but("*", "409 NOTHING_DONE", notDone, ["unknown"]);
const agreedAtOnce = but("lead leadEditor", "403", "The coordinator's change of its own line was agreed at once.", own);
const agreedAtOnceOfMany = but("lead leadEditor", "409 NOTHING_DONE", "It was agreed at once.", own);
const ownChange = but("member memberEditor", "403", "Nobody answers the own proposal.", own);
const writerAlone = [
  but("lead leadEditor", "403", "Somebody else wrote it.", notOwn),
  but("leadEditor memberEditor", "403", "A colleague wrote it.", own),
];
const thread = { subject: "contribution" };

/** Changes of agreed lines, comments, evidence. */
export const talkRows: Record<string, Row> = {
  "amendment.propose": ofLine(({ agreed }) => ({
    contributionId: agreed.id,
    version: agreed.version,
    terms: { ...terms, valueCents: 300_00 },
    reason: "Why",
  })),
  "amendment.counter": ofLine(
    ({ amendment }) => ({ ...pick(amendment), terms: { ...terms, valueCents: 300_00 }, reason: "Why" }),
    agreedAtOnce,
    ownChange,
  ),
  "amendment.agree": ofLine(({ amendment }) => pick(amendment), agreedAtOnce, ownChange),
  "amendment.decline": ofLine(({ amendment }) => ({ ...pick(amendment), reason: "Why" }), agreedAtOnce, ownChange),
  "amendment.withdraw": ofLine(
    ({ amendment }) => pick(amendment),
    but("lead leadEditor", "403", "Its member proposed it, or it was agreed at once."),
  ),
  "amendment.agreeMany": ofLine(
    ({ project, amendment }) => ({ projectId: project.id, amendments: [pick(amendment)] }),
    nothingDone,
    agreedAtOnceOfMany,
    but("member memberEditor", "409 NOTHING_DONE", notDone),
    unknownNotDone,
  ),
  "amendment.declineMany": ofLine(
    ({ project, amendment }) => ({ projectId: project.id, amendments: [pick(amendment)], reason: "Why" }),
    nothingDone,
    agreedAtOnceOfMany,
    but("member memberEditor", "409 NOTHING_DONE", notDone),
    unknownNotDone,
  ),
  "amendment.proposeMany": ofLine(
    ({ project, agreed }) => ({ projectId: project.id, lines: [pick(agreed)], changeBp: -500, reason: "Why" }),
    nothingDone,
    but("member memberEditor", "409 NOTHING_DONE", notDone),
    unknownNotDone,
  ),
  "contribution.withdrawMany": ofLine(
    ({ project, open }) => ({ projectId: project.id, lines: [pick(open)] }),
    nothingDone,
    but("member memberEditor", "409 NOTHING_DONE", notDone, notOwn),
    unknownNotDone,
  ),
  "contribution.confideMany": ofLine(
    ({ project, agreed }) => ({ projectId: project.id, lines: [pick(agreed)], confidentiality: "coordinator" }),
    nothingDone,
    but("lead leadEditor member memberEditor", "409 NOTHING_DONE", notDone, notOwn),
    unknownNotDone,
  ),
  "update.returnMany": ofLine(
    ({ project, submitted }) => ({ projectId: project.id, updates: [pick(submitted)], note: "Why" }),
    nothingDone,
    but("member memberEditor", "409 NOTHING_DONE", notDone),
    unknownNotDone,
  ),

  "attachment.list": ofLine(({ submitted }) => ({ updateId: submitted.id })),
  "attachment.remove": ofDraft(({ draftFile }) => pick(draftFile)),
  "attachment.restore": ofDraft(({ draftFile }) => pick(draftFile), but("*", "404", "It was not removed.")),

  "comment.list": ofLine(({ agreed }) => ({ ...thread, subjectId: agreed.id })),
  "comment.mentionable": ofLine(({ agreed }) => ({ ...thread, subjectId: agreed.id, search: "" })),
  "comment.counts": ofProject(
    ({ project }) => ({ projectId: project.id, subject: "contribution" }),
    but("invited reader", "ok", "Threads the reader may not read are not counted."),
  ),
  "comment.add": ofLine(({ agreed }) => ({ ...thread, subjectId: agreed.id, text: "Said", mentions: [] })),
  "comment.edit": ofLine(({ remark }) => ({ ...pick(remark), text: "Other", mentions: [] })),
  "comment.remove": ofLine(({ remark }) => pick(remark)),
  "comment.restore": ofLine(({ removedRemark }) => pick(removedRemark), ...writerAlone),
  "presence.beat": ofProject(({ project }) => ({
    tab: "0190b7a0-0000-7000-8000-0000000000aa",
    place: { projectId: project.id, entity: "project", entityId: project.id },
    typing: null,
  })),

  "part.links": ofProject(
    ({ project, period }) => ({ projectId: project.id, periodId: period.id }),
    but(
      "leadViewer memberViewer invited cluster clusterViewer reader",
      "ok",
      "Who may not share a part gets no rows and `may.share: false`.",
    ),
  ),
  "part.share": ofProject(({ project, period }) => ({
    projectId: project.id,
    periodId: period.id,
    name: "Colleague",
    email: "colleague@member.example",
  })),
  "part.picture": ofProject(({ project, period }) => ({
    projectId: project.id,
    periodId: period.id,
    token: `p${"A".repeat(32)}`,
  })),
  "access.view": ofPart(
    ({ participant }) => ({ participantId: participant.id }),
    but("lead leadEditor", "403", "Nobody looks at the own part through others' eyes.", ["own"]),
  ),
};
