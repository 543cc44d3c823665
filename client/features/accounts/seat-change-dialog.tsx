import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { PersonRow } from "#shared/features/accounts/person.ts";
import type { SeatRole } from "#shared/features/members/seat-words.ts";

/** A seat to be taken (`role` null) or an own role to be given up. */
export type SeatChange = { row: PersonRow; role: SeatRole | null };

type Props = { change: SeatChange; onClose: () => void };

/** Asks before a person loses rights, and says which. */
export function SeatChangeDialog({ change: { row, role }, onClose }: Props) {
  const { t } = useTranslation();
  const options = { onSuccess: onClose };
  const remove = useMutation(trpc.person.remove.mutationOptions(options));
  const changeRole = useMutation(trpc.person.changeRole.mutationOptions(options));
  const { seatId, version } = row;
  const confirm = () => {
    if (role === null) remove.mutate({ seatId, version, isConfirmed: true });
    else changeRole.mutate({ seatId, version, role, isConfirmed: true });
  };
  const kind = role !== null ? "demoteSelf" : row.isSelf ? "removeSelf" : "remove";
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t(`accounts:people.ask.${kind}.title`, { name: row.name })}
      confirmLabel={t(`accounts:people.ask.${kind}.confirm`)}
      isBusy={remove.isPending || changeRole.isPending}
      error={remove.error ?? changeRole.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {t(`accounts:people.ask.${kind}.text`, { role: role === null ? "" : t(`common:role.${role}`) })}
    </ConfirmDialog>
  );
}
