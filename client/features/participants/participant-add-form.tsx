import { Button, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { memberRoles } from "#shared/features/participants/participant-words.ts";

type Props = { projectId: string; onDone: () => void };

/** Adds an organisation of the directory, or one that is entered here, to the project. */
export function ParticipantAddForm({ projectId, onDone }: Props) {
  const { t } = useTranslation();
  const add = useMutation(trpc.participant.add.mutationOptions({ onSuccess: onDone }));
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [form, setForm] = useState({ role: "beneficiary", contact: "", roleText: "" });
  const [state, setState] = useState<"invited" | "accepted">("invited");
  const [isMissing, setMissing] = useState(false);
  const texts = fieldTexts(add.error, t);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
    error: texts[name],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(organisationId === null);
    if (organisationId === null) return;
    const role = memberRoles.find((each) => each === form.role) ?? "beneficiary";
    add.mutate({ ...form, projectId, organisationId, role, state });
  };
  const roles = memberRoles.map((value) => ({ value, label: t(`participants:role.${value}`) }));
  return (
    <form onSubmit={submit}>
      <Stack>
        <OrganisationSelect
          label={t("participants:organisation")}
          value={organisationId}
          onChoose={(chosen) => setOrganisation(chosen?.id ?? null)}
          error={isMissing ? t("faults:REQUIRED") : texts["organisationId"]}
          isRequired
          canCreate
        />
        <NativeSelect label={t("participants:roleTitle")} data={roles} {...field("role")} />
        <JoiningChoice value={state} onChange={setState} />
        <Textarea autosize minRows={2} label={t("participants:roleText")} maxLength={4000} {...field("roleText")} />
        <TextInput label={t("participants:contact")} maxLength={300} {...field("contact")} />
        <FaultAlert error={add.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t("participants:add.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Joining = { value: "invited" | "accepted"; onChange: (value: "invited" | "accepted") => void };

function JoiningChoice({ value, onChange }: Joining) {
  const { t } = useTranslation();
  const choose = (next: string) => onChange(next === "accepted" ? "accepted" : "invited");
  return (
    <Radio.Group label={t("participants:add.how")} value={value} onChange={choose}>
      <Stack gap="xs" mt="xs">
        <Radio value="invited" label={t("participants:add.invite")} description={t("participants:add.inviteHint")} />
        <Radio value="accepted" label={t("participants:add.record")} description={t("participants:add.recordHint")} />
      </Stack>
    </Radio.Group>
  );
}
