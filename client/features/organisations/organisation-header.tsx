import { Badge, Group, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconDots, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** Top of a profile: name, kind, place and size, and what can be done with the whole entry. */
export function OrganisationHeader({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.organisation.remove.mutationOptions({ onSuccess: () => void navigate({ to: "/organisations" }) }),
  );
  const { id, version, name, nativeName, nativeLanguage, kind, city, country, size, sample } = organisation;
  const facts = [
    city,
    country === null ? null : format.country(country),
    size === null ? null : t(`organisations:size.${size}`),
  ].filter((fact) => fact !== null);
  return (
    <>
      <PageHeader
        title={name}
        badge={
          <Group gap="xs">
            <Badge variant="light" size="lg" tt="none">
              {t(`organisations:kind.${kind}`)}
            </Badge>
            {sample ? (
              <Badge variant="outline" color="gray" size="lg" tt="none">
                {t("organisations:page.sample")}
              </Badge>
            ) : null}
          </Group>
        }
        description={
          <>
            {nativeName === null ? null : <div lang={nativeLanguage ?? undefined}>{nativeName}</div>}
            {facts.join(" · ")}
          </>
        }
        actions={
          organisation.may.remove ? (
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
          ) : undefined
        }
      />
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
