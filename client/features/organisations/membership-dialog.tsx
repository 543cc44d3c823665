import { Modal, Stack } from "@mantine/core";
import type { TFunction } from "i18next";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogActionRow } from "#client/features/organisations/dialog-action-row.tsx";
import { MembershipDateFields } from "#client/features/organisations/membership-date-fields.tsx";
import classes from "#client/features/organisations/organisation-page.module.css";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { useSaveMembership } from "#client/features/organisations/use-save-membership.ts";
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
const today = () => new Date().toISOString().slice(0, 10);

/** Adds a membership, changes its dates, or removes it. */
export function MembershipDialog({ organisation, task, onClose }: Props) {
  const { t } = useTranslation();
  const edited = task.kind === "edit" ? task.membership : null;
  const saving = useSaveMembership(edited, onClose);
  const [otherId, setOtherId] = useState<string | null>(null);
  const [dates, setDates] = useState(() => ({
    sinceOn: edited === null ? today() : (edited.sinceOn ?? ""),
    untilOn: edited?.untilOn ?? "",
  }));
  const errors = fieldTexts(saving.error, t);
  const isUp = task.kind === "addParent";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days = { sinceOn: orNull(dates.sinceOn), untilOn: orNull(dates.untilOn) };
    if (edited !== null) saving.revise(days);
    else if (otherId !== null && isUp) saving.add(organisation.id, otherId, days);
    else if (otherId !== null) saving.add(otherId, organisation.id, days);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={titleOf(t, organisation.name, task)}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {edited === null ? (
            <OrganisationSelect
              label={t(isUp ? "organisations:membership.parent" : "organisations:membership.member")}
              value={otherId}
              onChoose={(chosen) => setOtherId(chosen?.id ?? null)}
              {...(isUp ? { kinds: [...umbrellaKinds] } : { canCreate: true, offersOwnCluster: false })}
              excludedIds={[organisation.id]}
              error={errors["parentId"]}
              isRequired
            />
          ) : null}
          <MembershipDateFields dates={dates} errors={errors} onChange={setDates} />
          {saving.remove === undefined ? null : (
            <p className={classes["note"]}>{t("organisations:membership.removeHint")}</p>
          )}
          <FaultAlert error={saving.error} />
          <DialogActionRow
            {...saving}
            saveLabel={t("organisations:membership.submit")}
            isDisabled={edited === null && otherId === null}
            onRemove={saving.remove}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  );
}

function titleOf(t: TFunction, name: string, task: MembershipTask): string {
  if (task.kind !== "edit") return t(`organisations:membership.${task.kind}`);
  const other = task.membership.organisation.name;
  const [child, parent] = task.isParent ? [name, other] : [other, name];
  return t("organisations:membership.editTitle", { child, parent });
}
