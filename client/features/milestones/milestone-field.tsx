import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { DateText } from "#client/ui/date-text.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { MilestoneRow, ReviseMilestoneInput } from "#shared/features/milestones/milestone.ts";

type Props = { row: MilestoneRow; name: "title" | "dueMonth" | "verification" | "reachedOn"; canEdit: boolean };

/** One field of a milestone in its cell, edited there. */
export function MilestoneField({ row, name, canEdit }: Props) {
  const { t } = useTranslation();
  const revise = useMutation(trpc.milestone.revise.mutationOptions());
  const reach = useMutation(trpc.milestone.reach.mutationOptions());
  const { id } = row;
  const save = (patch: ReviseMilestoneInput["patch"], present?: PresentRow) =>
    saveField({ name, seen: row, present, send: (version) => revise.mutateAsync({ id, version, patch }) });
  const common = { name, canEdit, isLabelHidden: true, label: t(`milestones:${name}`) };
  if (name === "dueMonth") {
    const saveMonth = (month: number | null, present?: PresentRow) =>
      save({ dueMonth: month ?? row.dueMonth }, present);
    return <InlineField {...common} variant="number" value={row.dueMonth} onSave={saveMonth} />;
  }
  if (name === "reachedOn") {
    const saveDay = (reachedOn: string | null, present?: PresentRow) =>
      saveField({ name, seen: row, present, send: (version) => reach.mutateAsync({ id, version, reachedOn }) });
    return <InlineField {...common} variant="date" value={row.reachedOn} format={writeDay} onSave={saveDay} />;
  }
  if (name === "verification") {
    const saveText = (text: string | null, present?: PresentRow) => save({ verification: text ?? "" }, present);
    return (
      <InlineField
        {...common}
        variant="long-text"
        value={row.verification || null}
        maxLength={4000}
        onSave={saveText}
      />
    );
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

// On one line, unlike a date as plain text.
function writeDay(day: string | null) {
  return <DateText day={day} />;
}
