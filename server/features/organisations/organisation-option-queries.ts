import { and, inArray, or, eq, type SQL, sql } from "drizzle-orm";

import { isPic, isVatNumber, picOf, vatNumberOf } from "#shared/features/organisations/identifiers.ts";
import { LIKE_ENOUGH, nameLikeness, tellingWords } from "#shared/features/organisations/organisation-name-rules.ts";
import type {
  OrganisationOptionsInput,
  SimilarOrganisation,
  SimilarOrganisationsInput,
} from "#shared/features/organisations/organisation-directory.ts";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending, containsFolded } from "#server/db/order.ts";
import { organisations } from "#server/db/schema/index.ts";

/** Columns of an organisation as links and pickers name it. */
export const optionColumns = {
  id: organisations.id,
  kind: organisations.kind,
  name: organisations.name,
  shortName: organisations.shortName,
  country: organisations.country,
  city: organisations.city,
};

/** Organisations for a picker: those to include first, then matches of every word, those whose name begins with the text before others. */
export async function organisationOptions(db: ReadDb, input: OrganisationOptionsInput): Promise<OrganisationOption[]> {
  const { search = "", kinds, include = [], limit = 20 } = input;
  const words = fold(search)
    .split(" ")
    .filter((word) => word !== "");
  const matching = and(
    kinds && kinds.length > 0 ? inArray(organisations.kind, kinds) : undefined,
    ...words.map((word) => containsFolded(organisations.search, word)),
  );
  const beginning = beginsWith(words.join(" "));
  const found = await db
    .select(optionColumns)
    .from(organisations)
    .where(matching)
    .orderBy(...(beginning ? [beginning] : []), ascending(organisations.sortName), organisations.id)
    .limit(limit);
  const missing = include.filter((id) => !found.some((option) => option.id === id));
  const included =
    missing.length === 0
      ? []
      : await db.select(optionColumns).from(organisations).where(inArray(organisations.id, missing));
  return [...included, ...found];
}

/** Organisations that may be the one about to be entered: the same VAT number or PIC first, then names much alike (at most 8). */
export async function similarOrganisations(
  db: ReadDb,
  input: SimilarOrganisationsInput,
): Promise<SimilarOrganisation[]> {
  const [vatNumber, pic] = [vatNumberOf(input.vatNumber ?? ""), picOf(input.pic ?? "")];
  const twins = or(
    isVatNumber(vatNumber) ? eq(organisations.vatNumber, vatNumber) : undefined,
    isPic(pic) ? eq(organisations.pic, pic) : undefined,
  );
  const columns = {
    ...optionColumns,
    nativeName: organisations.nativeName,
    vatNumber: organisations.vatNumber,
    pic: organisations.pic,
  };
  const same = twins ? await db.select(columns).from(organisations).where(twins).limit(8) : [];
  // Names much alike share their longest word, or most of it.
  const stem =
    tellingWords(input.name)
      .toSorted((left, right) => right.length - left.length)[0]
      ?.slice(0, 6) ?? "";
  const near =
    stem.length < 2
      ? []
      : await db.select(columns).from(organisations).where(containsFolded(organisations.search, stem)).limit(500);
  const alike = near
    .map((row) => ({
      row,
      likeness: Math.max(
        ...[row.name, row.shortName, row.nativeName].map((name) => (name ? nameLikeness(name, input.name) : 0)),
      ),
    }))
    .filter(({ row, likeness }) => likeness >= LIKE_ENOUGH && !same.some((twin) => twin.id === row.id))
    .toSorted((left, right) => right.likeness - left.likeness)
    .map(({ row }) => ({ row, reason: "name" as const }));
  const exact = same.map((row) => ({
    row,
    reason: row.vatNumber === vatNumber ? ("vatNumber" as const) : ("pic" as const),
  }));
  return [...exact, ...alike]
    .slice(0, 8)
    .map(({ row: { nativeName: _native, vatNumber: _vat, pic: _pic, ...option }, reason }) => ({ ...option, reason }));
}

// Undefined for no text: a bare number in ORDER BY would name a column.
function beginsWith(text: string): SQL | undefined {
  if (text === "") return undefined;
  return sql`case when substr(${organisations.sortName}, 1, ${text.length}) = ${text} then 0 else 1 end`;
}
