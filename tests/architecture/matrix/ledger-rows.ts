import { terms } from "./holdings.ts";
import { but, ofDraft, ofLine, ofPart, type Row } from "./procedure-row.ts";
import { pick } from "./row-inputs.ts";

const line = { streamId: null, kind: "cash", title: "New", confidentiality: "consortium", terms };
const own = ["own", "colleague"] as const;
const notOwn = ["shared", "confided", "elsewhere-open", "elsewhere-open-confided", "elsewhere"] as const;
const nothingDone = "What cannot be done is left out of many, and nothing was left.";

/** Lines of the ledger and reports. */
export const ledgerRows: Record<string, Row> = {
  "contribution.propose": ofPart(({ project, participant }) => ({
    projectId: project.id,
    participantId: participant.id,
    ...line,
  })),
  "matrix.write": ofPart(({ project, participant, stream }) => ({
    projectId: project.id,
    measure: "effort",
    reason: "Why",
    newTitle: "Effort",
    cells: [{ participantId: participant.id, streamId: stream.id, amount: 100, line: null, amendment: null }],
  })),
  "contribution.revise": ofLine(
    ({ open }) => ({ ...pick(open), patch: { title: "Other" } }),
    but("member memberEditor", "403", "The coordinator's counter-offer is not the member's to word.", own),
  ),
  "contribution.counter": ofLine(
    ({ open }) => ({ ...pick(open), terms, reason: "Why" }),
    but("lead leadEditor", "403", "Nobody counters the own offer."),
  ),
  "contribution.agree": ofLine(
    ({ open }) => pick(open),
    but("lead leadEditor", "403", "The counter-offer waits for its member.", notOwn),
  ),
  "contribution.agreeMany": ofLine(
    ({ project, open }) => ({ projectId: project.id, lines: [pick(open)] }),
    but("lead leadEditor", "409 NOTHING_DONE", nothingDone, notOwn),
    but("leadViewer memberViewer invited cluster clusterViewer reader", "409 NOTHING_DONE", nothingDone),
    but("member memberEditor", "409 NOTHING_DONE", nothingDone, notOwn),
    but("stranger", "409 NOTHING_DONE", "Each line answers for itself; the project is not told of."),
    but("*", "409 NOTHING_DONE", nothingDone, ["unknown"]),
  ),
  "contribution.withdraw": ofLine(({ open }) => pick(open)),
  "contribution.setConfidentiality": ofLine(
    ({ agreed }) => ({ ...pick(agreed), confidentiality: "coordinator" }),
    but("lead leadEditor", "403", "Nobody but its owner opens or closes a line.", notOwn),
  ),
  "update.save": ofLine(({ agreed, period }) => ({
    contributionId: agreed.id,
    periodId: period.id,
    version: null,
    patch: { text: "x" },
  })),
  "update.submit": ofDraft(({ draft }) => pick(draft)),
  "update.submitMany": ofDraft(
    ({ project, draft }) => ({ projectId: project.id, updates: [pick(draft)] }),
    but("lead leadEditor member memberEditor", "409 NOTHING_DONE", nothingDone, notOwn),
    but("leadViewer memberViewer invited cluster clusterViewer reader", "409 NOTHING_DONE", nothingDone),
    but("stranger", "409 NOTHING_DONE", "Each report answers for itself; the project is not told of."),
    but("*", "409 NOTHING_DONE", nothingDone, ["unknown"]),
  ),
  "update.accept": ofLine(({ submitted }) => pick(submitted)),
  "update.return": ofLine(({ submitted }) => ({ ...pick(submitted), note: "Why" })),
  "update.acceptMany": ofLine(
    ({ project, submitted }) => ({ projectId: project.id, updates: [pick(submitted)] }),
    but(
      "leadViewer member memberEditor memberViewer invited cluster clusterViewer reader",
      "409 NOTHING_DONE",
      nothingDone,
    ),
    but("stranger", "409 NOTHING_DONE", "Each report answers for itself; the project is not told of."),
    but("*", "409 NOTHING_DONE", nothingDone, ["unknown"]),
  ),
};
