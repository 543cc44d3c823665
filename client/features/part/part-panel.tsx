import { useTranslation } from "react-i18next";
import { PartDonePanel } from "#client/features/part/part-done-panel.tsx";
import { PartEndedPanel } from "#client/features/part/part-ended-panel.tsx";
import { PartForgetButton } from "#client/features/part/part-forget-button.tsx";
import { PartHandInBar } from "#client/features/part/part-hand-in-bar.tsx";
import { PartHeader } from "#client/features/part/part-header.tsx";
import { PartLineCard } from "#client/features/part/part-line-card.tsx";
import { PartPill } from "#client/features/part/part-pill.tsx";
import classes from "#client/features/part/part.module.css";
import { usePart } from "#client/features/part/use-part.ts";
import { faultOf } from "#client/lib/fault.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { dayOf } from "#shared/dates.ts";

type Props = { token: string; onForgotten: () => void };

/** The lines of a part from top to bottom, and handing them in at the bottom. */
export function PartPanel({ token, onForgotten }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sync, view } = usePart(token);
  const { part } = view;
  if (view.ended !== null) return <PartEndedPanel appCode={faultOf(view.ended).appCode} unsent={sync.unsent()} />;
  if (part === null)
    return (
      <>
        <PartPill view={view} />
        {view.isOffline ? <PartEndedPanel appCode="OFFLINE" unsent={[]} /> : null}
        <FaultAlert error={view.error} onRetry={() => void sync.refresh()} />
        {view.isOffline || view.error !== null ? null : <Loading />}
      </>
    );
  // What is to be written comes first; within each the order of the plan holds, so that nothing moves while somebody types.
  const lines = part.items.toSorted((left, right) => Number(right.mayWrite) - Number(left.mayWrite));
  const isDone = part.items.length > 0 && part.items.every(({ mayWrite }) => !mayWrite);
  return (
    <>
      <PartHeader part={part} />
      <PartPill view={view} />
      {part.items.length === 0 ? (
        <EmptyState kind="nothing-yet" title={t("reporting:nothingToWrite")}>
          {t("part:nothingText")}
        </EmptyState>
      ) : null}
      {isDone ? <PartDonePanel part={part} /> : null}
      <div className={classes["lines"]}>
        {lines.map((item) => (
          <PartLineCard key={item.contributionId} item={item} part={part} sync={sync} view={view} />
        ))}
      </div>
      <footer className={classes["foot"]}>
        <p>{t("part:personal", { name: part.personName, day: format.day(dayOf(part.expiresAt)) })}</p>
        <PartForgetButton
          waiting={view.waiting}
          onForget={() => {
            sync.forget();
            onForgotten();
          }}
        />
      </footer>
      {isDone || part.items.length === 0 ? null : <PartHandInBar part={part} sync={sync} view={view} />}
    </>
  );
}
