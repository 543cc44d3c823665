import { useTranslation } from "react-i18next";
import { useDeliverableSave } from "#client/features/plan/use-plan-acts.ts";
import { InlineField } from "#client/ui/inline-field.tsx";

type Props = {
  deliverable: { id: string; version: number; dueMonth: number | null };
  canEdit: boolean;
  isLabelHidden?: boolean;
};

/** The month a deliverable is due in. */
export function DueField({ deliverable, canEdit, isLabelHidden = false }: Props) {
  const { t } = useTranslation();
  const save = useDeliverableSave(deliverable, true);
  return (
    <InlineField
      variant="number"
      name="dueMonth"
      label={t("plan:fields.dueMonth")}
      isLabelHidden={isLabelHidden}
      canEdit={canEdit}
      value={deliverable.dueMonth}
      onSave={(month, present) => save("dueMonth", month, present)}
    />
  );
}
