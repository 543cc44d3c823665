import {
  activityTypes,
  organisationKinds,
  organisationSizes,
  resourceDirections,
  resourceMedia,
} from "#shared/features/organisations/organisation-words.ts";
import { seatRoles } from "#shared/features/members/seat-words.ts";

import { boolean, choice, day, index, json, revision, table, text, uniqueIndex } from "../columns.ts";
import { users } from "./accounts.ts";

export const organisations = table(
  "organisations",
  {
    id: text("id").primaryKey(),
    kind: choice("kind", organisationKinds).notNull(),
    activityType: choice("activity_type", activityTypes),
    size: choice("size", organisationSizes),
    name: text("name").notNull(),
    shortName: text("short_name"),
    nativeName: text("native_name"),
    /** BCP 47 language of the native name, for `lang` attributes. */
    nativeLanguage: text("native_language"),
    /** ISO 3166-1 alpha-2. */
    country: text("country"),
    /** The code as the source wrote it (EL, UK), kept beside the ISO one. */
    countryImported: text("country_imported"),
    region: text("region"),
    city: text("city"),
    address: text("address"),
    website: text("website"),
    vatNumber: text("vat_number"),
    pic: text("pic"),
    registrationNumber: text("registration_number"),
    profile: text("profile").notNull().default(""),
    competences: json<string[]>("competences").notNull(),
    /** Illustrative sample data, removable in one click. */
    sample: boolean("sample").notNull().default(false),
    source: text("source"),
    externalId: text("external_id"),
    /** Folded names, city and competences for searching alike on every database. */
    search: text("search").notNull(),
    /** Folded name for ordering alike on every database. */
    sortName: text("sort_name").notNull(),
    ...revision(),
  },
  (row) => [
    uniqueIndex("organisations_external").on(row.source, row.externalId),
    index("organisations_sort").on(row.sortName),
    index("organisations_country").on(row.country),
  ],
);

/** What an organisation offers to others or looks for. */
export const resources = table(
  "resources",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    direction: choice("direction", resourceDirections).notNull(),
    resource: text("resource").notNull(),
    medium: choice("medium", resourceMedia).notNull(),
    /** Decimal text per year. */
    amount: text("amount"),
    unit: text("unit"),
    note: text("note").notNull().default(""),
    /** Folded resource and note, for searching alike on every database. */
    search: text("search").notNull().default(""),
    ...revision(),
  },
  (row) => [index("resources_organisation").on(row.organisationId)],
);

/** An organisation (or a cluster) is a member of a cluster or association. */
export const memberships = table(
  "memberships",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    parentId: text("parent_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    sinceOn: day("since_on"),
    untilOn: day("until_on"),
    ...revision(),
  },
  (row) => [
    uniqueIndex("memberships_pair").on(row.organisationId, row.parentId),
    index("memberships_parent").on(row.parentId),
  ],
);

/** A person's role in an organisation. */
export const seats = table(
  "seats",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    role: choice("role", seatRoles).notNull(),
    ...revision(),
  },
  (row) => [
    uniqueIndex("seats_pair").on(row.userId, row.organisationId),
    index("seats_organisation").on(row.organisationId),
  ],
);
