import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MoveList } from "#client/features/plan/move-list.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";
import type { followShift } from "#shared/features/plan/schedule-rules.ts";

type Props = { plan: ProjectPlan } & ReturnType<typeof followShift>;

/** What a link would do before it is saved: the circle it would close, or the tasks that move with it. */
export function LinkEffect({ plan, moves, cycle }: Props) {
  const { t } = useTranslation();
  const names = (ids: readonly string[]) =>
    [...ids, ...ids.slice(0, 1)].map((id) => plan.tasks.find((each) => each.id === id)?.code ?? "?").join(" → ");
  return (
    <>
      {cycle === null ? null : (
        <Alert color="red" variant="light" mt="sm" role="alert">
          {t("faults:LINK_CYCLE", { names: names(cycle) })}
        </Alert>
      )}
      <div aria-live="polite">
        {moves.length === 0 ? null : (
          <>
            <p>{t("plan:links.moves", { count: moves.length })}</p>
            <MoveList plan={plan} moves={moves} />
          </>
        )}
      </div>
    </>
  );
}
