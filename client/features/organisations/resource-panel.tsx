import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/organisations/organisation-page.module.css";
import { ResourceDialog } from "#client/features/organisations/resource-dialog.tsx";
import { ResourceTable } from "#client/features/organisations/resource-table.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { OrganisationView, ResourceView } from "#shared/features/organisations/organisation-views.ts";
import { type ResourceDirection, resourceDirections } from "#shared/features/organisations/organisation-words.ts";

type Open = { direction: ResourceDirection; resource: ResourceView | null };

/** What an organisation offers to others and looks for, with the way to add and change it. */
export function ResourcePanel({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const { id, resources, may } = organisation;
  return (
    <PagePanel title={t("organisations:resource.title")}>
      {resourceDirections.map((direction) => {
        const isOffer = direction === "offered";
        const rows = resources.filter((resource) => resource.direction === direction);
        return (
          <section key={direction} aria-label={t(`organisations:resource.${direction}`)}>
            <div className={classes["heading"]}>
              <h3 className={classes["subtitle"]}>{t(`organisations:resource.${direction}`)}</h3>
              {may.revise ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconPlus size={15} aria-hidden="true" />}
                  onClick={() => setOpen({ direction, resource: null })}
                >
                  {t(isOffer ? "organisations:resource.addOffered" : "organisations:resource.addSought")}
                </Button>
              ) : null}
            </div>
            {rows.length === 0 ? (
              <p className={classes["none"]}>
                {t(isOffer ? "organisations:resource.noneOffered" : "organisations:resource.noneSought")}
              </p>
            ) : (
              <ResourceTable
                label={t(`organisations:resource.${direction}`)}
                rows={rows}
                onEdit={may.revise ? (resource) => setOpen({ direction, resource }) : undefined}
              />
            )}
          </section>
        );
      })}
      {open === null ? null : (
        <ResourceDialog
          organisationId={id}
          direction={open.direction}
          resource={open.resource}
          onClose={() => setOpen(null)}
        />
      )}
    </PagePanel>
  );
}
