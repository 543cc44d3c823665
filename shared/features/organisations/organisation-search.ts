import { fold } from "../../text.ts";

type Searchable = {
  name: string;
  shortName?: string | null | undefined;
  nativeName?: string | null | undefined;
  city?: string | null | undefined;
  vatNumber?: string | null | undefined;
  pic?: string | null | undefined;
  registrationNumber?: string | null | undefined;
  competences: readonly string[];
};

/** The columns `search` and `sortName` of an organisation: folded names in every script, city, identifiers and competences. */
export function organisationSearchColumns(organisation: Searchable): { search: string; sortName: string } {
  const { name, shortName, nativeName, city, vatNumber, pic, registrationNumber, competences } = organisation;
  const texts = [name, shortName, nativeName, city, vatNumber, pic, registrationNumber, ...competences];
  return { search: fold(texts.filter((text) => text).join(" · ")), sortName: fold(name) };
}
