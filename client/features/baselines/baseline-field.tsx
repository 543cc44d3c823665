import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { DateText } from "#client/ui/date-text.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { BaselineRow, ReviseBaselineInput } from "#shared/features/baselines/baseline.ts";

type Props = { row: BaselineRow; name: "note" | "decidedOn" | "inForceOn"; canEdit: boolean };

/** A day, set once, or the note of a baseline, in its cell. */
export function BaselineField({ row, name, canEdit }: Props) {
  const { t } = useTranslation();
  const revise = useMutation(trpc.baseline.revise.mutationOptions());
  const { id } = row;
  const save = (patch: ReviseBaselineInput["patch"], present?: PresentRow) =>
    saveField({ name, seen: row, present, send: (version) => revise.mutateAsync({ id, version, patch }) });
  const common = { name, canEdit, isLabelHidden: true, label: t(`baselines:${name}`) };
  if (name === "note") {
    const saveNote = (note: string | null, present?: PresentRow) => save({ note: note ?? "" }, present);
    return <InlineField {...common} variant="long-text" value={row.note || null} maxLength={4000} onSave={saveNote} />;
  }
  const saveDay = async (day: string | null, present?: PresentRow) =>
    day === null ? undefined : await save({ [name]: day }, present);
  return <InlineField {...common} variant="date" value={row[name]} format={writeDay} onSave={saveDay} />;
}

function writeDay(day: string | null) {
  return <DateText day={day} />;
}
