import type { TFunction } from "i18next";
import { clashesOf } from "#shared/features/plan/clash-rules.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

/** What the present months contradict, in words, by the id of the task. */
export function clashTexts(plan: ProjectPlan, t: TFunction): Map<string, string[]> {
  const codes = new Map(plan.tasks.map(({ id, code }) => [id, code]));
  const texts = new Map<string, string[]>();
  for (const clash of clashesOf(plan)) {
    const text =
      clash.kind === "link"
        ? t("plan:clash.link", { name: codes.get(clash.predecessorId) ?? "?", count: clash.months })
        : t(`plan:clash.${clash.kind}`);
    texts.set(clash.taskId, [...(texts.get(clash.taskId) ?? []), text]);
  }
  return texts;
}
