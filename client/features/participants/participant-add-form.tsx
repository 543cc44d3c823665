import { Button, Group, NativeSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { memberRoles } from "#shared/features/participants/participant-words.ts";

/** Adds an organisation of the directory, or one that is entered here, to the project. */
export function ParticipantAddForm({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const add = useMutation(trpc.participant.add.mutationOptions({ onSuccess: onDone }));
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [role, setRole] = useState("beneficiary");
  const [state, setState] = useState("invited");
  const [contact, setContact] = useState("");
  const [roleText, setRoleText] = useState("");
  const [isMissing, setMissing] = useState(false);
  const texts = fieldTexts(add.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(organisationId === null);
    if (organisationId === null) return;
    add.mutate({
      projectId,
      organisationId,
      role: memberRoles.find((each) => each === role) ?? "beneficiary",
      state: state === "accepted" ? "accepted" : "invited",
      contact,
      roleText,
    });
  };
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
        <NativeSelect
          label={t("participants:roleTitle")}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
          data={memberRoles.map((value) => ({ value, label: t(`participants:role.${value}`) }))}
          error={texts["role"]}
        />
        <Radio.Group label={t("participants:add.how")} value={state} onChange={setState}>
          <Stack gap="xs" mt="xs">
            <Radio
              value="invited"
              label={t("participants:add.invite")}
              description={t("participants:add.inviteHint")}
            />
            <Radio
              value="accepted"
              label={t("participants:add.record")}
              description={t("participants:add.recordHint")}
            />
          </Stack>
        </Radio.Group>
        <Textarea
          autosize
          minRows={2}
          label={t("participants:roleText")}
          value={roleText}
          onChange={(event) => setRoleText(event.currentTarget.value)}
          maxLength={4000}
        />
        <TextInput
          label={t("participants:contact")}
          value={contact}
          onChange={(event) => setContact(event.currentTarget.value)}
          maxLength={300}
          error={texts["contact"]}
        />
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
