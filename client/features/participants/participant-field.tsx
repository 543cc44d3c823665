import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import { memberRoles, participantRoles } from "#shared/features/participants/participant-words.ts";
import type { ParticipantRow, ReviseParticipantInput } from "#shared/features/participants/participant.ts";

type Patch = ReviseParticipantInput["patch"];
type Name = "role" | "roleText" | "contact" | "joinedOn" | "leftOn" | "fundingRateBp";

const ownWords: ReadonlySet<string> = new Set(["roleText", "contact"]);

/** One fact of a participation, edited where it stands; a member writes its own words, planners all of it. */
export function ParticipantField({ row, name }: { row: ParticipantRow; name: Name }) {
  const { t } = useTranslation();
  const save = useParticipantField(row, name);
  const isOwnWord = ownWords.has(name);
  const canEdit = isOwnWord ? row.may.describe : row.may.revise && !(name === "role" && row.role === "coordinator");
  const common = { name, canEdit, label: t(`participants:${name}`) };
  switch (name) {
    case "role": {
      const options = participantRoles.map((value) => ({ value, label: t(`participants:role.${value}`) }));
      const given = canEdit ? options.filter(({ value }) => value !== "coordinator") : options;
      const onSave = save((value: string | null) => ({ role: memberRoles.find((role) => role === value) }));
      return (
        <InlineField
          {...common}
          variant="select"
          options={given}
          value={row.role}
          onSave={onSave}
          label={t("participants:roleTitle")}
        />
      );
    }
    case "joinedOn":
    case "leftOn":
      return (
        <InlineField
          {...common}
          variant="date"
          value={row[name]}
          onSave={save((day: string | null) => ({ [name]: day }))}
        />
      );
    case "fundingRateBp": {
      const onSave = save((fundingRateBp: number | null) => ({ fundingRateBp }));
      return (
        <InlineField
          {...common}
          variant="share"
          value={row.fundingRateBp}
          onSave={onSave}
          label={t("participants:fundingRate")}
        />
      );
    }
    default: {
      const onSave = save((text: string | null) => ({ [name]: text ?? "" }));
      const variant = name === "roleText" ? "long-text" : "text";
      return (
        <InlineField
          {...common}
          variant={variant}
          value={row[name] || null}
          maxLength={name === "roleText" ? 4000 : 300}
          onSave={onSave}
        />
      );
    }
  }
}

function useParticipantField(row: ParticipantRow, name: Name) {
  const revise = useMutation(trpc.participant.revise.mutationOptions());
  const describe = useMutation(trpc.participant.describe.mutationOptions());
  return <Value,>(patchOf: (value: Value) => Patch) =>
    (value: Value, present?: PresentRow) => {
      const send = (version: number) => {
        const input = { id: row.id, version, patch: patchOf(value) };
        return ownWords.has(name) ? describe.mutateAsync(input) : revise.mutateAsync(input);
      };
      return saveField({ name, seen: row, present, send });
    };
}
