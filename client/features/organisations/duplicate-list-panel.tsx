import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { OrganisationText } from "#client/features/organisations/organisation-text.tsx";
import classes from "#client/features/organisations/similar-organisation-list.module.css";
import { PagePanel } from "#client/ui/page-panel.tsx";

const OrganisationMergeDialog = lazy(() =>
  import("#client/features/organisations/organisation-merge-dialog.tsx").then((part) => ({
    default: part.OrganisationMergeDialog,
  })),
);

/** Entries that may be the same as this one, for whoever could merge them; nothing for everybody else. */
export function DuplicateListPanel({ organisation }: { organisation: { id: string } }) {
  const { t } = useTranslation();
  const found = useQuery(trpc.organisation.duplicates.queryOptions({ id: organisation.id }));
  const [otherId, setOtherId] = useState<string | null>(null);
  if (found.data === undefined || found.data.length === 0) return null;
  return (
    <PagePanel title={t("organisations:merge.title")} description={t("organisations:merge.text")}>
      <ul className={classes["list"]}>
        {found.data.map(({ reason, version: _version, ...option }) => (
          <li key={option.id} className={classes["item"]}>
            <span>
              <OrganisationText organisation={option} />
              <span className={classes["reason"]}>
                {t(reason === "name" ? "organisations:merge.name" : `organisations:similar.${reason}`)}
              </span>
            </span>
            <Button
              size="xs"
              variant="default"
              aria-label={t("organisations:merge.openNamed", { name: option.name })}
              onClick={() => setOtherId(option.id)}
            >
              {t("organisations:merge.open")}
            </Button>
          </li>
        ))}
      </ul>
      {otherId === null ? null : (
        <Suspense>
          <OrganisationMergeDialog ownId={organisation.id} otherId={otherId} onClose={() => setOtherId(null)} />
        </Suspense>
      )}
    </PagePanel>
  );
}
