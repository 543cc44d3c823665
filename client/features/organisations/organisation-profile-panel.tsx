import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CompetenceEditForm } from "#client/features/organisations/competence-edit-form.tsx";
import { CompetenceTagList } from "#client/features/organisations/competence-tag-list.tsx";
import { OrganisationField } from "#client/features/organisations/organisation-field.tsx";
import classes from "#client/features/organisations/organisation-page.module.css";
import { IconButton } from "#client/ui/icon-button.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** What an organisation says of itself: profile text and competences. */
export function OrganisationProfilePanel({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const { competences, may } = organisation;
  const shown =
    competences.length === 0 ? (
      <p className={classes["none"]}>{t("organisations:page.noCompetences")}</p>
    ) : (
      <CompetenceTagList competences={competences} />
    );
  return (
    <PagePanel title={t("organisations:field.profile")}>
      <OrganisationField organisation={organisation} name="profile" isLong isLabelHidden maxLength={10_000} />
      <div className={classes["heading"]}>
        <h3 className={classes["subtitle"]}>{t("organisations:field.competences")}</h3>
        {may.revise && !isEditing ? (
          <IconButton
            icon={IconPencil}
            size={28}
            label={t("organisations:page.editCompetences")}
            onClick={() => setEditing(true)}
          />
        ) : null}
      </div>
      {isEditing ? <CompetenceEditForm organisation={organisation} onClose={() => setEditing(false)} /> : shown}
    </PagePanel>
  );
}
