import { useTranslation } from "react-i18next";
import { OrganisationField } from "#client/features/organisations/organisation-field.tsx";
import classes from "#client/features/organisations/organisation-page.module.css";
import { useLanguageOptions } from "#client/features/organisations/use-language-options.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";
import {
  activityTypes,
  organisationKinds,
  organisationSizes,
} from "#shared/features/organisations/organisation-words.ts";

/** What an organisation is: its names, kind and size. */
export function OrganisationFactsPanel({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const languages = useLanguageOptions(organisation.nativeLanguage);
  const words = (group: string, list: readonly string[]) =>
    list.map((value) => ({ value, label: t(`organisations:${group}.${value}`) }));
  return (
    <PagePanel title={t("organisations:page.facts")}>
      <div className={classes["fields"]}>
        <OrganisationField organisation={organisation} name="name" maxLength={300} />
        <OrganisationField organisation={organisation} name="shortName" maxLength={60} />
        <OrganisationField
          organisation={organisation}
          name="nativeName"
          maxLength={300}
          lang={organisation.nativeLanguage}
        />
        <OrganisationField organisation={organisation} name="nativeLanguage" options={languages} />
        <OrganisationField organisation={organisation} name="kind" options={words("kind", organisationKinds)} />
        <OrganisationField organisation={organisation} name="size" options={words("size", organisationSizes)} />
        <OrganisationField
          organisation={organisation}
          name="activityType"
          options={words("activityType", activityTypes)}
        />
      </div>
    </PagePanel>
  );
}
