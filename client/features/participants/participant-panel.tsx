import { Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import { memberRoles } from "#shared/features/participants/participant-words.ts";
import type { ParticipantRow, ReviseParticipantInput } from "#shared/features/participants/participant.ts";

type Patch = ReviseParticipantInput["patch"];

/** One member's row in full; planners change all of it, the member its own words. */
export function ParticipantPanel({ row }: { row: ParticipantRow }) {
  const { t } = useTranslation();
  const revise = useMutation(trpc.participant.revise.mutationOptions());
  const describe = useMutation(trpc.participant.describe.mutationOptions());
  const { revise: mayRevise, describe: mayDescribe } = row.may;
  const save =
    <Name extends keyof Patch, Value>(name: Name, read: (value: Value) => Patch[Name], isOwnWord = false) =>
    (value: Value, present?: PresentRow) =>
      saveField({
        name,
        seen: row,
        present,
        send: (version) => {
          const input = { id: row.id, version, patch: { [name]: read(value) } };
          return isOwnWord ? describe.mutateAsync(input) : revise.mutateAsync(input);
        },
      });
  const asText = (text: string | null) => text ?? "";
  const roles = [...memberRoles, ...(row.role === "coordinator" ? (["coordinator"] as const) : [])];
  return (
    <Stack>
      <InlineField
        variant="select"
        name="role"
        label={t("participants:roleTitle")}
        value={row.role}
        canEdit={mayRevise && row.role !== "coordinator"}
        options={roles.map((value) => ({ value, label: t(`participants:role.${value}`) }))}
        onSave={save("role", (value: string | null) => memberRoles.find((role) => role === value))}
      />
      <InlineField
        variant="long-text"
        name="roleText"
        label={t("participants:roleText")}
        value={row.roleText || null}
        canEdit={mayDescribe}
        maxLength={4000}
        onSave={save("roleText", asText, true)}
      />
      {row.contact === null ? null : (
        <InlineField
          name="contact"
          label={t("participants:contact")}
          value={row.contact || null}
          canEdit={mayDescribe}
          maxLength={300}
          onSave={save("contact", asText, true)}
        />
      )}
      <InlineField
        variant="date"
        name="joinedOn"
        label={t("participants:joinedOn")}
        value={row.joinedOn}
        canEdit={mayRevise}
        onSave={save("joinedOn", (day: string | null) => day)}
      />
      <InlineField
        variant="date"
        name="leftOn"
        label={t("participants:leftOn")}
        value={row.leftOn}
        canEdit={mayRevise}
        onSave={save("leftOn", (day: string | null) => day)}
      />
      {row.contact === null ? null : (
        <InlineField
          variant="share"
          name="fundingRateBp"
          label={t("participants:fundingRate")}
          value={row.fundingRateBp}
          canEdit={mayRevise}
          onSave={save("fundingRateBp", (share: number | null) => share)}
        />
      )}
    </Stack>
  );
}
