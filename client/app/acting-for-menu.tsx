import { Menu, UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconBuilding, IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/app/acting-for-menu.module.css";

/** For which organisation, and in which role, the person acts; a switch when there are several. */
export function ActingForMenu() {
  const { t } = useTranslation();
  const { seats, actingFor } = useSession();
  const actFor = useMutation(trpc.me.actFor.mutationOptions());
  if (actingFor === null) return null;
  const label = t("frame:actingFor", { name: actingFor.organisationName });
  return (
    <Menu width={320} position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes["button"]} aria-label={label}>
          <IconBuilding size={17} aria-hidden="true" />
          <span className={classes["name"]}>{actingFor.shortName ?? actingFor.organisationName}</span>
          <IconChevronDown size={15} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("frame:actingForTitle")}</Menu.Label>
        {seats.map((seat) => (
          <Menu.Item
            key={seat.organisationId}
            role="menuitemradio"
            aria-checked={seat.organisationId === actingFor.organisationId}
            onClick={() => actFor.mutate({ organisationId: seat.organisationId })}
            rightSection={seat.organisationId === actingFor.organisationId ? <IconCheck size={16} aria-hidden="true" /> : null}
          >
            <span className={classes["seat"]}>{seat.organisationName}</span>
            <span className={classes["role"]}>{t(`common:role.${seat.role}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
