import { useFormat } from "#client/lib/use-format.ts";
import classes from "#client/features/organisations/organisation-text.module.css";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";

type Props = { organisation: Pick<OrganisationOption, "name" | "shortName" | "city" | "country"> };

/** An organisation on two lines: its name, and below it short name and place. */
export function OrganisationText({ organisation }: Props) {
  const format = useFormat();
  const { name, shortName, city, country } = organisation;
  const facts = [shortName, city, country === null ? null : format.country(country)].filter((fact) => fact !== null);
  return (
    <span className={classes["text"]}>
      <span className={classes["name"]}>{name}</span>
      {facts.length === 0 ? null : <span className={classes["facts"]}>{facts.join(" · ")}</span>}
    </span>
  );
}
