import { useTranslation } from "react-i18next";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  participants: ProjectPlan["participants"];
  value: string | null;
  canEdit: boolean;
  isLabelHidden?: boolean;
  onSave: (id: string | null, present?: PresentRow) => Promise<unknown>;
};

/** Who leads a task or deliverable, chosen among the members. */
export function LeadField({ participants, value, canEdit, isLabelHidden = false, onSave }: Props) {
  const { t } = useTranslation();
  const options = [
    { value: "", label: t("common:notSet") },
    ...participants.map(({ id, number, name }) => ({ value: id, label: `${number} · ${name}` })),
  ];
  return (
    <InlineField
      variant="select"
      name="leadParticipantId"
      label={t("plan:fields.leadParticipantId")}
      isLabelHidden={isLabelHidden}
      canEdit={canEdit}
      options={options}
      format={(id) => participants.find((each) => each.id === id)?.name}
      value={value}
      onSave={(id, present) => onSave(id === "" ? null : id, present)}
    />
  );
}
