import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PersonRow } from "#shared/features/accounts/person.ts";
import { type SeatRole, seatRoles } from "#shared/features/members/seat-words.ts";

type Props = { row: PersonRow; isBusy: boolean; onChoose: (role: SeatRole) => void };

/** The role of one person, changed at once. */
export function PersonRoleSelect({ row, isBusy, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      aria-label={t("accounts:people.roleOf", { name: row.name })}
      size="xs"
      miw="9rem"
      value={row.role}
      disabled={isBusy}
      data={seatRoles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
      onChange={(event) => {
        const role = seatRoles.find((value) => value === event.currentTarget.value);
        if (role !== undefined) onChoose(role);
      }}
    />
  );
}
