import { Badge, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { OrganisationMenu } from "#client/features/organisations/organisation-menu.tsx";
import { SampleBadge } from "#client/features/samples/sample-badge.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import { PageHeader } from "#client/ui/page-header.tsx";
import type { OrganisationView } from "#shared/features/organisations/organisation-views.ts";

/** Top of a profile: name, kind, place and size, and what can be done with the whole entry. */
export function OrganisationHeader({ organisation }: { organisation: OrganisationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, nativeName, nativeLanguage, kind, city, country, size, sample, may } = organisation;
  const facts = [
    city,
    country === null ? null : format.country(country),
    size === null ? null : t(`organisations:size.${size}`),
  ].filter((fact) => fact !== null);
  const badge = (
    <Group gap="xs">
      <Badge variant="light" size="lg" tt="none">
        {t(`organisations:kind.${kind}`)}
      </Badge>
      {sample ? <SampleBadge /> : null}
    </Group>
  );
  const description = (
    <>
      {nativeName === null ? null : <div lang={nativeLanguage ?? undefined}>{nativeName}</div>}
      {facts.join(" · ")}
    </>
  );
  return (
    <PageHeader
      title={name}
      badge={badge}
      description={description}
      actions={may.remove ? <OrganisationMenu organisation={organisation} /> : undefined}
    />
  );
}
