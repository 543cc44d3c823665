import { Anchor } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { OrganisationField } from "#client/features/organisations/organisation-field.tsx";
import classes from "#client/features/organisations/organisation-page.module.css";
import { useCountries } from "#client/features/organisations/use-countries.ts";
import { websiteOf } from "#client/features/organisations/website.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** Where an organisation is and under which numbers registers know it. */
export function OrganisationPlacePanel({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const countries = useCountries();
  const { website, countryImported, country } = organisation;
  const isOtherCode = countryImported !== null && countryImported !== country;
  return (
    <PagePanel title={t("organisations:page.place")}>
      <div className={classes["fields"]}>
        <div>
          <OrganisationField organisation={organisation} name="country" options={countries} />
          {isOtherCode ? (
            <p className={classes["note"]}>{t("organisations:page.importedCountry", { code: countryImported })}</p>
          ) : null}
        </div>
        <OrganisationField organisation={organisation} name="region" maxLength={10} />
        <OrganisationField organisation={organisation} name="city" maxLength={120} />
        <OrganisationField organisation={organisation} name="address" maxLength={300} />
        <div>
          <OrganisationField
            organisation={organisation}
            name="website"
            maxLength={300}
            write={(value) => websiteOf(value ?? "")}
          />
          {website !== null && /^https?:\/\//i.test(website) ? (
            <Anchor href={website} target="_blank" rel="noopener noreferrer" className={classes["note"] ?? ""}>
              {t("organisations:page.openWebsite")} <IconExternalLink size={14} aria-hidden="true" />
            </Anchor>
          ) : null}
        </div>
        <OrganisationField organisation={organisation} name="vatNumber" maxLength={40} />
        <OrganisationField organisation={organisation} name="pic" maxLength={20} />
        <OrganisationField organisation={organisation} name="registrationNumber" maxLength={60} />
      </div>
    </PagePanel>
  );
}
