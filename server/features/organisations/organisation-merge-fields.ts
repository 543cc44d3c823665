import type { OrganisationRecord } from "./organisation-facts-queries.ts";

const fields = [
  "activityType",
  "size",
  "shortName",
  "nativeName",
  "nativeLanguage",
  "country",
  "countryImported",
  "region",
  "city",
  "address",
  "website",
  "vatNumber",
  "pic",
  "registrationNumber",
  "profile",
] as const;

/** What the kept entry does not say and the duplicate does; competences are put together. */
export function filledFields(kept: OrganisationRecord, duplicate: OrganisationRecord): Partial<OrganisationRecord> {
  const blank = fields.filter((name) => !kept[name] && duplicate[name]);
  const competences = [...new Set([...kept.competences, ...duplicate.competences])].slice(0, 50);
  return {
    ...Object.fromEntries(blank.map((name) => [name, duplicate[name]])),
    ...(competences.length > kept.competences.length ? { competences } : {}),
  };
}
