import { Button, Group, TagsInput } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CompetenceTagList } from "#client/features/organisations/competence-tag-list.tsx";
import { OrganisationField } from "#client/features/organisations/organisation-field.tsx";
import classes from "#client/features/organisations/organisation-page.module.css";
import { useReviseOrganisation } from "#client/features/organisations/use-revise-organisation.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** What an organisation says of itself: profile text and competences. */
export function OrganisationProfilePanel({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const revise = useReviseOrganisation(organisation);
  const [draft, setDraft] = useState<string[] | null>(null);
  const [state, setState] = useState<{ isSaving: boolean; error: unknown }>({ isSaving: false, error: null });
  const { competences, may } = organisation;
  const save = async () => {
    setState({ isSaving: true, error: null });
    try {
      await revise("competences", draft ?? []);
      setDraft(null);
      setState({ isSaving: false, error: null });
    } catch (error) {
      setState({ isSaving: false, error });
    }
  };
  return (
    <PagePanel title={t("organisations:field.profile")}>
      <OrganisationField organisation={organisation} name="profile" isLong isLabelHidden maxLength={10_000} />
      <div className={classes["heading"]}>
        <h3 className={classes["subtitle"]}>{t("organisations:field.competences")}</h3>
        {may.revise && draft === null ? (
          <IconButton
            icon={IconPencil}
            size={28}
            label={t("organisations:page.editCompetences")}
            onClick={() => setDraft(competences)}
          />
        ) : null}
      </div>
      {draft === null ? (
        competences.length === 0 ? (
          <p className={classes["none"]}>{t("organisations:page.noCompetences")}</p>
        ) : (
          <CompetenceTagList competences={competences} />
        )
      ) : (
        <>
          <TagsInput
            aria-label={t("organisations:field.competences")}
            placeholder={t("organisations:page.addCompetence")}
            value={draft}
            onChange={setDraft}
            maxTags={50}
            maxLength={80}
            acceptValueOnBlur
            autoFocus
          />
          <FaultAlert error={state.error} />
          <Group gap="xs" mt="xs">
            <Button size="xs" onClick={() => void save()} loading={state.isSaving}>
              {t("common:save")}
            </Button>
            <Button size="xs" variant="default" onClick={() => setDraft(null)}>
              {t("common:cancel")}
            </Button>
          </Group>
        </>
      )}
    </PagePanel>
  );
}
