import type { LinkProps } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import type { useFormat } from "#client/lib/use-format.ts";
import type { Tone } from "#client/ui/state-badge.tsx";
import type { Gap } from "#shared/features/gaps/gap.ts";
import type { GapEntity, GapSeverity } from "#shared/features/gaps/gap-words.ts";

/** How a severity looks. */
export const severityTones: Record<GapSeverity, Tone> = { missing: "draft", contradictory: "warning", late: "bad" };

/** What is wrong, as one sentence in the reader's language. */
export function gapText(gap: Gap, currency: string, t: TFunction, format: ReturnType<typeof useFormat>): string {
  const { cents, pmHundredths, days, count, shareBp, periodNumber } = gap;
  return t(`gaps:text.${gap.kind}`, {
    label: gap.record.label,
    amount: cents === null ? format.effort(pmHundredths ?? 0) : format.money(cents, currency),
    days: t("gaps:days", { count: days ?? 0 }),
    reports: t("gaps:reports", { count: count ?? 0 }),
    number: periodNumber ?? "",
    share: format.shareShort(shareBp ?? 0),
  });
}

type Place = (projectId: string, id: string) => { to: string; search?: Record<string, string> };

const places: Record<GapEntity, Place> = {
  project: (projectId) => ({ to: `/projects/${projectId}` }),
  stream: (projectId, id) => ({ to: `/projects/${projectId}/streams/${id}` }),
  contribution: (projectId, id) => ({ to: `/projects/${projectId}/contributions`, search: { selected: id } }),
  participant: (projectId) => ({ to: `/projects/${projectId}/members` }),
  organisation: (_projectId, id) => ({ to: `/organisations/${id}` }),
  period: (projectId, id) => ({ to: `/projects/${projectId}/updates`, search: { period: id } }),
  update: (projectId, id) => ({ to: `/projects/${projectId}/updates`, search: { tab: "review", selected: id } }),
  milestone: (projectId) => ({ to: `/projects/${projectId}/milestones` }),
  risk: (projectId) => ({ to: `/projects/${projectId}/risks` }),
  task: (projectId, id) => ({ to: `/projects/${projectId}/plan`, search: { selected: id } }),
  deliverable: (projectId, id) => ({ to: `/projects/${projectId}/plan`, search: { selected: id } }),
};

/** The page where a gap is filled. */
export function gapLink(projectId: string, gap: Gap): LinkProps {
  const { entity, id } = gap.record;
  const periodId = gap.key.split(":")[2];
  if (gap.kind === "report-overdue" || (entity === "update" && periodId !== undefined)) {
    const search = { period: periodId, ...(gap.kind === "report-waiting" ? { tab: "review" } : {}) };
    return { to: `/projects/${projectId}/updates`, search } as unknown as LinkProps;
  }
  return places[entity](projectId, id) as unknown as LinkProps;
}
