import { Button, Group, Modal, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/organisations/organisation-page.module.css";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { MembershipView } from "#shared/features/organisations/organisation-views.ts";
import { umbrellaKinds } from "#shared/features/organisations/organisation-words.ts";

/** What the dialog is opened for; `isParent`: the membership's other side is the parent of the organisation on the page. */
export type MembershipTask =
  | { kind: "addParent" | "addMember" }
  | { kind: "edit"; membership: MembershipView; isParent: boolean };

type Props = { organisation: { id: string; name: string }; task: MembershipTask; onClose: () => void };

const orNull = (text: string) => (text === "" ? null : text);

/** Adds a membership, changes its dates, or removes it. */
export function MembershipDialog({ organisation, task, onClose }: Props) {
  const { t } = useTranslation();
  const edited = task.kind === "edit" ? task.membership : null;
  const add = useMutation(trpc.membership.add.mutationOptions({ onSuccess: onClose }));
  const revise = useMutation(trpc.membership.revise.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(trpc.membership.remove.mutationOptions({ onSuccess: onClose }));
  const [otherId, setOtherId] = useState<string | null>(null);
  const [sinceOn, setSinceOn] = useState(
    edited === null ? new Date().toISOString().slice(0, 10) : (edited.sinceOn ?? ""),
  );
  const [untilOn, setUntilOn] = useState(edited?.untilOn ?? "");
  const saving = edited === null ? add : revise;
  const errors = fieldTexts(saving.error, t);
  const isUp = task.kind === "addParent";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const dates = { sinceOn: orNull(sinceOn), untilOn: orNull(untilOn) };
    if (edited !== null) return revise.mutate({ id: edited.id, version: edited.version, ...dates });
    if (otherId === null) return;
    add.mutate({
      organisationId: isUp ? organisation.id : otherId,
      parentId: isUp ? otherId : organisation.id,
      ...dates,
    });
  };
  const title = () => {
    if (task.kind !== "edit") return t(`organisations:membership.${task.kind}`);
    const other = task.membership.organisation.name;
    const [child, parent] = task.isParent ? [organisation.name, other] : [other, organisation.name];
    return t("organisations:membership.editTitle", { child, parent });
  };
  return (
    <Modal opened onClose={onClose} title={title()} closeButtonProps={{ "aria-label": t("common:close") }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {edited !== null ? null : (
            <OrganisationSelect
              label={t(isUp ? "organisations:membership.parent" : "organisations:membership.member")}
              value={otherId}
              onChoose={(other) => setOtherId(other?.id ?? null)}
              {...(isUp ? { kinds: [...umbrellaKinds] } : { canCreate: true, offersOwnCluster: false })}
              excludedIds={[organisation.id]}
              error={errors["parentId"]}
              isRequired
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              type="date"
              label={t("organisations:membership.sinceOn")}
              value={sinceOn}
              onChange={(event) => setSinceOn(event.currentTarget.value)}
              error={errors["sinceOn"]}
            />
            <TextInput
              type="date"
              label={t("organisations:membership.untilOn")}
              value={untilOn}
              onChange={(event) => setUntilOn(event.currentTarget.value)}
              error={errors["untilOn"]}
            />
          </SimpleGrid>
          {edited?.may.remove ? <p className={classes["note"]}>{t("organisations:membership.removeHint")}</p> : null}
          <FaultAlert error={saving.error ?? remove.error} />
          <Group justify="space-between" gap="xs">
            {edited?.may.remove ? (
              <Button
                variant="subtle"
                color="red.8"
                onClick={() => remove.mutate({ id: edited.id, version: edited.version })}
                loading={remove.isPending}
              >
                {t("organisations:membership.remove")}
              </Button>
            ) : (
              <span />
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t("common:cancel")}
              </Button>
              <Button type="submit" loading={saving.isPending} disabled={edited === null && otherId === null}>
                {t("organisations:membership.submit")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
