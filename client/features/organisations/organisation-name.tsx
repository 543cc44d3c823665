import { SampleBadge } from "#client/features/samples/sample-badge.tsx";
import classes from "#client/features/organisations/organisation-text.module.css";
import type { OrganisationRow } from "#shared/features/organisations/organisation-directory.ts";

type Props = { organisation: Pick<OrganisationRow, "name" | "shortName" | "nativeName" | "nativeLanguage" | "sample"> };

/** Name of an organisation, and below it its short name and its name in its own language and script. */
export function OrganisationName({ organisation }: Props) {
  const { name, shortName, nativeName, nativeLanguage } = organisation;
  return (
    <span className={classes["text"]}>
      <span className={classes["name"]}>
        {name}
        {organisation.sample ? <SampleBadge size="sm" /> : null}
      </span>
      {shortName === null && nativeName === null ? null : (
        <span className={classes["facts"]}>
          {shortName}
          {shortName !== null && nativeName !== null ? " · " : null}
          {nativeName === null ? null : <span lang={nativeLanguage ?? undefined}>{nativeName}</span>}
        </span>
      )}
    </span>
  );
}
