import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LinksDialog } from "#client/features/plan/links-dialog.tsx";
import { planColumns } from "#client/features/plan/plan-columns.tsx";
import { groupsOf, type PlanSearch } from "#client/features/plan/plan-search.ts";
import { ShiftDialog } from "#client/features/plan/shift-dialog.tsx";
import { clashTexts } from "#client/features/plan/clash-texts.ts";
import { ShiftContext, useShift } from "#client/features/plan/use-shift.ts";
import { StreamMark } from "#client/features/streams/stream-mark.tsx";
import { DataTable } from "#client/ui/data-table.tsx";
import { NothingFound } from "#client/ui/nothing-found.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { monthEndOn } from "#shared/dates.ts";
import { isOverdue } from "#shared/features/deliverables/deliverable-rules.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; search: PlanSearch; today: string; onReset: () => void };

/** The work plan as tables, one for each stream or member; months, leads and progress are edited where they stand. */
export function PlanTable({ plan, search, today, onReset }: Props) {
  const { t } = useTranslation();
  const { shift, placeTask } = useShift(plan);
  const [linked, setLinked] = useState<string | null>(null);
  const clashes = clashTexts(plan, t);
  const late = plan.deliverables.filter((row) => isOverdue(row, plan.startOn, today));
  const { startOn } = plan;
  const missed = plan.milestones.filter(
    ({ reachedOn, dueMonth }) => reachedOn === null && startOn !== null && monthEndOn(startOn, dueMonth) < today,
  );
  const overdue = new Set([...late, ...missed].map(({ id }) => id));
  const groups = groupsOf(plan, search);
  const columns = planColumns({ t, plan, clashes, overdue, onLinks: setLinked });
  return (
    <ShiftContext.Provider value={placeTask}>
      {groups.length === 0 ? <NothingFound onReset={onReset} /> : null}
      {groups.map(({ key, rows }) => {
        const title = nameOf(plan, key) ?? t("plan:nobody");
        return (
          <PagePanel key={key} isFlush title={<GroupTitle plan={plan} id={key} title={title} />}>
            <DataTable
              label={title}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              empty={<p style={{ padding: "0 1.25rem 1rem", margin: 0 }}>{t("plan:emptyGroup")}</p>}
            />
          </PagePanel>
        );
      })}
      <ShiftDialog plan={plan} shift={shift} />
      <LinksDialog plan={plan} taskId={linked} onClose={() => setLinked(null)} />
    </ShiftContext.Provider>
  );
}

function nameOf(plan: ProjectPlan, id: string): string | null {
  const stream = plan.streams.find((each) => each.id === id);
  return stream?.title ?? plan.participants.find((each) => each.id === id)?.name ?? null;
}

function GroupTitle({ plan, id, title }: { plan: ProjectPlan; id: string; title: string }) {
  const stream = plan.streams.find((each) => each.id === id);
  if (!stream) return <>{title}</>;
  const { code, colour, pattern } = stream;
  return (
    <>
      <StreamMark code={code} colour={colour} pattern={pattern} /> {title}
    </>
  );
}
