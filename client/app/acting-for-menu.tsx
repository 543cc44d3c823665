import { Menu, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconBuilding, IconChevronDown } from "@tabler/icons-react";
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
  return (
    <Menu width={320} position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes["button"]}>
          <IconBuilding size={17} aria-hidden="true" />
          <VisuallyHidden>{t("frame:actingForTitle")}</VisuallyHidden>
          <span className={classes["name"]}>{actingFor.shortName ?? actingFor.organisationName}</span>
          <IconChevronDown size={15} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("frame:actingForTitle")}</Menu.Label>
        <Menu.RadioGroup
          value={actingFor.organisationId}
          onChange={(organisationId) => actFor.mutate({ organisationId })}
        >
          {seats.map((seat) => (
            <Menu.RadioItem key={seat.organisationId} value={seat.organisationId} closeMenuOnClick>
              <span className={classes["seat"]}>{seat.organisationName}</span>
              <span className={classes["role"]}>{t(`common:role.${seat.role}`)}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
