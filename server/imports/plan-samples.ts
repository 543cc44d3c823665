import type { ImportSample } from "#shared/features/imports/import.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";

import type { PlanDecisions } from "./plan-import.ts";
import { fateOf } from "./preview-fate.ts";

/** Adds what a preview shows of a plan: title, the stream it stands in, and what changes. */
export function addPlanSamples(samples: Record<ImportKind, ImportSample[]>, plan: PlanDecisions): void {
  const { acronym, projectId } = plan;
  const bare = { role: null, amountCents: null, effortPmHundredths: null };
  for (const decision of plan.streams) {
    const { code, title } = decision.parsed;
    samples.stream.push({ ...bare, key: decision.id, title: `${code} ${title}`, detail: acronym, ...fateOf(decision) });
  }
  for (const kind of ["task", "deliverable"] as const) {
    const decisions = kind === "task" ? plan.tasks : plan.deliverables;
    for (const decision of decisions) {
      const { number, title = "", stream } = decision.parsed;
      const named = number === null ? title : `${number} ${title}`;
      samples[kind].push({
        ...bare,
        key: decision.id,
        title: named,
        detail: `${acronym} · ${stream}`,
        ...fateOf(decision),
      });
    }
  }
  for (const decision of plan.milestones) {
    const { title = "", number } = decision.parsed;
    const named = number === null ? title : `${number} ${title}`;
    samples.milestone.push({ ...bare, key: decision.id, title: named, detail: acronym, ...fateOf(decision) });
  }
  for (const decision of plan.efforts) {
    const { stream, hundredths } = decision.parsed;
    samples.effort.push({
      ...bare,
      key: `${projectId} ${decision.member.id} ${decision.streamId}`,
      title: decision.member.shortName ?? decision.member.name,
      detail: `${acronym} · ${stream}`,
      effortPmHundredths: hundredths,
      ...fateOf(decision),
    });
  }
}
