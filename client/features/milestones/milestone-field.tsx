import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { MilestoneRow, ReviseMilestoneInput } from "#shared/features/milestones/milestone.ts";

type Props = { row: MilestoneRow; name: "title" | "dueMonth" | "verification" | "lateReason"; canEdit: boolean };

/** One field of a milestone in its cell, edited there. */
export function MilestoneField({ row, name, canEdit }: Props) {
  const { t } = useTranslation();
  const revise = useMutation(trpc.milestone.revise.mutationOptions());
  const { id } = row;
  const save = (patch: ReviseMilestoneInput["patch"], present?: PresentRow) =>
    saveField({ name, seen: row, present, send: (version) => revise.mutateAsync({ id, version, patch }) });
  const common = { name, canEdit, isLabelHidden: true, label: t(`milestones:${name}`) };
  if (name === "dueMonth") {
    const saveMonth = (month: number | null, present?: PresentRow) =>
      save({ dueMonth: month ?? row.dueMonth }, present);
    return <InlineField {...common} variant="number" value={row.dueMonth} onSave={saveMonth} />;
  }
  if (name === "verification" || name === "lateReason") {
    const saveText = (text: string | null, present?: PresentRow) => save({ [name]: text ?? "" }, present);
    return <InlineField {...common} variant="long-text" value={row[name] || null} maxLength={4000} onSave={saveText} />;
  }
  return (
    <InlineField
      {...common}
      value={row.title}
      maxLength={300}
      onSave={(text, present) => save({ title: text ?? "" }, present)}
    />
  );
}
