import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { DeliverableActions } from "#client/features/plan/deliverable-actions.tsx";
import { DeliverableFacts } from "#client/features/plan/deliverable-facts.tsx";
import { RemoveButton } from "#client/features/plan/remove-button.tsx";
import { StateCell } from "#client/features/plan/state-cell.tsx";
import { useDeliverableSave } from "#client/features/plan/use-plan-acts.ts";
import classes from "#client/features/plan/plan.module.css";
import { DateText } from "#client/ui/date-text.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import { Loading } from "#client/ui/loading.tsx";
import type { PlanDeliverable, ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; row: PlanDeliverable; onRemoved: () => void };

/** Everything about one deliverable: its facts, where it stands, and what can be done with it now. */
export function DeliverableView({ plan, row, onRemoved }: Props) {
  const { t } = useTranslation();
  const found = useQuery(trpc.deliverable.show.queryOptions({ id: row.id }));
  const save = useDeliverableSave(row, row.mayRevise);
  if (found.data === undefined)
    return found.error === null ? <Loading /> : <FaultAlert error={found.error} onRetry={() => void found.refetch()} />;
  const detail = found.data;
  const mayWork = detail.may.revise || detail.may.submit;
  return (
    <Stack>
      <StateCell
        row={{ kind: "deliverable", id: row.id, deliverable: row }}
        clashes={[]}
        isOverdue={detail.isOverdue}
      />
      {detail.submittedOn === null ? null : (
        <div>
          {t("plan:fields.submittedOn")}: <DateText day={detail.submittedOn} />
        </div>
      )}
      {detail.reviewNote === "" ? null : <p className={classes["note"]}>{detail.reviewNote}</p>}
      <DeliverableActions detail={detail} />
      <DeliverableFacts plan={plan} row={row} dueOn={detail.dueOn} />
      <InlineField
        name="link"
        label={t("plan:fields.link")}
        canEdit={mayWork}
        value={detail.link}
        maxLength={2000}
        onSave={(link, present) => save("link", link || null, present)}
      />
      <InlineField
        variant="long-text"
        name="description"
        label={t("plan:fields.description")}
        canEdit={mayWork}
        value={detail.description || null}
        maxLength={8000}
        onSave={(text, present) => save("description", text ?? "", present)}
      />
      {detail.lateReason === "" && !detail.isOverdue ? null : (
        <InlineField
          variant="long-text"
          name="lateReason"
          label={t("plan:fields.lateReason")}
          canEdit={mayWork}
          value={detail.lateReason || null}
          maxLength={4000}
          onSave={(text, present) => save("lateReason", text ?? "", present)}
        />
      )}
      {row.mayRevise ? <RemoveButton kind="deliverable" row={row} onRemoved={onRemoved} /> : null}
    </Stack>
  );
}
