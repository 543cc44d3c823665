import { Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconDots, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** What can be done with a whole entry of the directory: take it out. */
export function OrganisationMenu({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { id, version, name } = organisation;
  const leave = () => void navigate({ to: "/organisations" });
  const remove = useMutation(trpc.organisation.remove.mutationOptions({ onSuccess: leave }));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton icon={IconDots} label={t("organisations:page.actions")} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconTrash size={17} aria-hidden="true" />} onClick={() => setAsking(true)}>
            {t("organisations:page.remove")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("organisations:page.removeTitle", { name })}
        confirmLabel={t("organisations:page.remove")}
        isDangerous
        isBusy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id, version })}
        onClose={() => setAsking(false)}
      >
        {t("organisations:page.removeText")}
      </ConfirmDialog>
    </>
  );
}
