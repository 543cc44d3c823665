import { but, ofLine, ofPart, ofProject, type Row } from "./procedure-row.ts";
import { pick } from "./row-inputs.ts";

const inside = "Costs of others are open inside the consortium alone.";
const notOpen = but("invited reader", "404", inside, ["shared"]);
const notOpenThere = but("*", "404", inside, ["elsewhere-open"]);
const ownThere = but("otherCoordinator", "ok", "It coordinates there.", ["elsewhere-open"]);
const notYet = but("invited", "403", "Who has not accepted keeps no budget yet.", ["own"]);
const cost = { category: "travel", title: "Trips", units: "2", unitPriceCents: 100 };

/** The budget beside the ledger. */
export const budgetRows: Record<string, Row> = {
  "budget.show": ofProject(({ project }) => ({ projectId: project.id })),
  "budget.saveSettings": ofProject(({ project }) => ({ projectId: project.id, version: 0, patch: { action: "IA" } })),
  "budget.saveTerms": ofPart(
    ({ participant }) => ({ participantId: participant.id, version: 0, patch: { otherIncomeCents: 100 } }),
    notYet,
  ),
  "budget.addLine": ofPart(({ participant }) => ({ participantId: participant.id, ...cost }), notYet),
  "budget.reviseLine": ofPart(
    ({ cost: line }) => ({ ...pick(line), patch: { units: "3" } }),
    notYet,
    notOpen,
    notOpenThere,
    ownThere,
  ),
  "budget.removeLine": ofPart(({ cost: line }) => pick(line), notYet, notOpen, notOpenThere, ownThere),
  "budget.setCategory": ofLine(({ agreed }) => ({ ...pick(agreed), category: "external" })),
};
