import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PartSharePanel } from "#client/features/reporting/part-share-panel.tsx";
import { PeriodStatusPanel } from "#client/features/reporting/period-status-panel.tsx";
import { RequestSettingsPanel } from "#client/features/reporting/request-settings-panel.tsx";
import { ReviewList } from "#client/features/reporting/review-list.tsx";
import { TodoList } from "#client/features/reporting/todo-list.tsx";
import type { useListSearch } from "#client/lib/use-list-search.ts";
import type { PeriodList, PeriodRow } from "#shared/features/reporting/period.ts";

type Props = {
  projectId: string;
  may: PeriodList["may"];
  period: PeriodRow;
  search: { tab?: string | undefined; state?: string | undefined; participant?: string | undefined };
  list: ReturnType<typeof useListSearch>;
};

/** What we write in a period, and what was handed in; who may only do one of the two sees only that. */
export function ReportTabs({ projectId, may, period, search, list }: Props) {
  const { t } = useTranslation();
  const usual = may.review && period.counts.submitted > 0 ? "review" : "write";
  const isOffered = { write: may.report, review: true, status: may.review, ask: may.ask };
  const tab = isOffered[search.tab as keyof typeof isOffered]
    ? (search.tab ?? usual)
    : isOffered[usual]
      ? usual
      : "review";
  const open = (next: string | null) => list.filterBy({ tab: next ?? undefined, state: undefined, q: undefined });
  const handedIn = may.review ? t("reporting:toReview", { count: period.counts.submitted }) : t("reporting:handedIn");
  return (
    <Tabs value={tab} onChange={open} keepMounted={false}>
      <Tabs.List mb="md">
        {may.report ? <Tabs.Tab value="write">{t("reporting:toWrite")}</Tabs.Tab> : null}
        <Tabs.Tab value="review">{handedIn}</Tabs.Tab>
        {may.review ? <Tabs.Tab value="status">{t("reporting:statusTab")}</Tabs.Tab> : null}
        {may.ask ? <Tabs.Tab value="ask">{t("reporting:askTab")}</Tabs.Tab> : null}
      </Tabs.List>
      {may.report ? (
        <Tabs.Panel value="write">
          {period.lockedAt === null ? (
            <PartSharePanel key={period.id} projectId={projectId} periodId={period.id} />
          ) : null}
          <TodoList projectId={projectId} periodId={period.id} />
        </Tabs.Panel>
      ) : null}
      <Tabs.Panel value="review">
        <ReviewList key={period.id} projectId={projectId} periodId={period.id} filter={search} list={list} />
      </Tabs.Panel>
      <Tabs.Panel value="status">
        <PeriodStatusPanel key={period.id} periodId={period.id} />
      </Tabs.Panel>
      <Tabs.Panel value="ask">
        <RequestSettingsPanel projectId={projectId} period={period} />
      </Tabs.Panel>
    </Tabs>
  );
}
