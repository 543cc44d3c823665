import { useTranslation } from "react-i18next";
import { MoveList } from "#client/features/plan/move-list.tsx";
import type { Shift } from "#client/features/plan/use-shift.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; shift: Shift | null };

/** Shows every task that a change of months moves, before anything is saved. */
export function ShiftDialog({ plan, shift }: Props) {
  const { t } = useTranslation();
  if (shift === null) return null;
  return (
    <ConfirmDialog
      isOpen
      title={t("plan:shift.title", { count: shift.moves.length })}
      confirmLabel={t("plan:shift.confirm")}
      onClose={() => shift.decide(false)}
      onConfirm={() => shift.decide(true)}
    >
      <p>{t("plan:shift.text")}</p>
      <MoveList plan={plan} moves={shift.moves} />
    </ConfirmDialog>
  );
}
