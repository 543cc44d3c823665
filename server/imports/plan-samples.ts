import type { ImportSample } from "#shared/features/imports/import.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";

import type { PlanDecisions } from "./plan-import.ts";
import type { Decision } from "./plan.ts";
import { fateOf } from "./preview-fate.ts";

const bare = { role: null, amountCents: null, effortPmHundredths: null };

type Fate<Row> = Pick<Decision<unknown, Row>, "fate" | "before" | "patch">;
type Task = PlanDecisions["tasks"][number]["before"] & object;
type Deliverable = PlanDecisions["deliverables"][number]["before"] & object;
type Numbered = { before: { streamId: string; number: number } | null; patch: { streamId?: string; number?: number } };

/** Adds what a preview shows of a plan: code and title, the stream it stands in, and what changes, in names. */
export function addPlanSamples(samples: Record<ImportKind, ImportSample[]>, plan: PlanDecisions): void {
  const { acronym, projectId, known } = plan;
  const streams = new Map(known.streams.map(({ id, number, code }) => [id, { number, code }]));
  for (const { id, parsed } of plan.streams) streams.set(id, { number: parsed.number, code: parsed.code });
  const names = new Map([...streams].map(([id, { code }]) => [id, code]));
  for (const { id, shortName, name } of known.members) names.set(id, shortName ?? name);
  const named = <Row>(decision: Fate<Row>) => fateOf<unknown, Row>(decision, (id) => names.get(id) ?? id);
  const streamOf = ({ before, patch }: Numbered) => streams.get(before?.streamId ?? patch.streamId ?? "");
  const codeOf = (each: Numbered) =>
    `${streamOf(each)?.number ?? ""}.${each.before?.number ?? each.patch.number ?? ""}`;

  for (const decision of plan.streams) {
    const { code, title } = decision.parsed;
    samples.stream.push({ ...bare, key: decision.id, title: `${code} ${title}`, detail: acronym, ...named(decision) });
  }
  for (const kind of ["task", "deliverable"] as const) {
    for (const decision of kind === "task" ? plan.tasks : plan.deliverables) {
      const title = `${codeOf(decision)} ${decision.parsed.title ?? decision.before?.title ?? ""}`;
      const detail = `${acronym} · ${streamOf(decision)?.code ?? decision.parsed.stream}`;
      samples[kind].push({ ...bare, key: decision.id, title, detail, ...named<Task | Deliverable>(decision) });
    }
  }
  for (const decision of plan.milestones) {
    const { before, patch, parsed } = decision;
    const title = `${before?.number ?? patch.number ?? ""} ${parsed.title ?? before?.title ?? ""}`;
    samples.milestone.push({ ...bare, key: decision.id, title, detail: acronym, ...named(decision) });
  }
  for (const decision of plan.efforts) {
    const { member, streamId, parsed } = decision;
    samples.effort.push({
      ...bare,
      key: `${projectId} ${member.id} ${streamId}`,
      title: member.shortName ?? member.name,
      detail: `${acronym} · ${streams.get(streamId)?.code ?? parsed.stream}`,
      effortPmHundredths: parsed.hundredths,
      ...named(decision),
    });
  }
}
