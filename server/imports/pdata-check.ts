import { lineOf } from "#shared/features/imports/cordis-rules.ts";
import type { ImportKind } from "#shared/features/imports/import-words.ts";
import type { ParsedPlan } from "#shared/features/imports/plan-parts.ts";
import { formatScaled, parseScaled } from "#shared/scaled.ts";

import type { YamlMap } from "./formats/yaml-import.ts";
import type { PdataParts } from "./pdata-reader.ts";

/** Compares the sums and counts a `.pdata.yaml` states with what stands in it; differences are told, nothing is repaired. */
export function checkPdata(plan: ParsedPlan, { top, reader, sites, wps, codeOf }: PdataParts): void {
  const sum = (matches: (effort: ParsedPlan["efforts"][number]) => boolean) =>
    plan.efforts.filter(matches).reduce((total, { hundredths }) => total + hundredths, 0);
  const compare = (from: YamlMap | null | undefined, key: string, actual: number, kind: ImportKind) => {
    const stated = from?.text(key) ?? null;
    if (!from || stated === null || parseScaled(stated, 2) === actual) return;
    reader.warn(
      from,
      key,
      kind === "effort" ? "EFFORT_DIFFERS" : "COUNT_DIFFERS",
      kind,
      `${stated} ≠ ${formatScaled(actual, 2).replace(/\.00$/, "")}`,
    );
  };
  const all = top.map("all");
  compare(
    all?.map("total"),
    "RM",
    sum(() => true),
    "effort",
  );
  for (const [name, wp] of wps) {
    const code = codeOf(name);
    compare(
      wp,
      "RM",
      sum(({ stream }) => stream === code),
      "effort",
    );
    const ofTasks = (top.map("task")?.map(name)?.maps() ?? []).reduce(
      (total, [, task]) => total + (parseScaled(lineOf(task.text("PM")), 2) ?? 0),
      0,
    );
    if (ofTasks > 0) compare(wp, "RM", ofTasks, "effort");
  }
  for (const site of sites) {
    const actual = sum(({ participant }) => participant === site);
    compare(all?.map(site), "RM", actual, "effort");
    compare(top.map("site")?.map(site), "reqPM", actual, "effort");
  }
  compare(all?.map("deliverables"), "count", plan.deliverables.length * 100, "deliverable");
  compare(all?.map("task"), "count", plan.tasks.length * 100, "task");
  compare(all?.map("milestones"), "count", plan.milestones.length * 100, "milestone");
  compare(all?.map("wp"), "count", plan.streams.length * 100, "stream");
  compare(all?.map("site"), "count", sites.size * 100, "project");
}
