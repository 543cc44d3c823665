import { describe, expect, it } from "vitest";

import { createOrganisationSchema, organisationPatchSchema } from "#shared/features/organisations/organisation.ts";
import { resourceFieldsSchema } from "#shared/features/organisations/resource.ts";
import { addMembershipSchema } from "#shared/features/organisations/membership.ts";

const messages = (patch: Record<string, unknown>) =>
  organisationPatchSchema.safeParse(patch).error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) ??
  [];

describe("organisation fields", () => {
  it("stores identifiers in one form", () => {
    expect(
      organisationPatchSchema.parse({
        vatNumber: "fi 1234.567-8",
        pic: "999 888 777",
        region: " ru-spe ",
        country: "el",
      }),
    ).toEqual({
      vatNumber: "FI12345678",
      pic: "999888777",
      region: "RU-SPE",
      country: "GR",
    });
  });

  it("refuses identifiers and addresses that cannot be right, naming the field", () => {
    expect(messages({ vatNumber: "no number" })).toEqual(["vatNumber VAT_NUMBER_FORM"]);
    expect(messages({ pic: "12345678" })).toEqual(["pic PIC_FORM"]);
    expect(messages({ region: "Karelia" })).toEqual(["region REGION_FORM"]);
    expect(messages({ country: "XX" })).toEqual(["country COUNTRY_UNKNOWN"]);
    expect(messages({ nativeLanguage: "русский" })).toEqual(["nativeLanguage LANGUAGE_FORM"]);
  });

  it("takes web addresses of http and https only", () => {
    for (const website of [
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://example.org",
      "example.org",
      "https:// example.org",
    ]) {
      expect(messages({ website })).toEqual(["website WEBSITE_FORM"]);
    }
    expect(organisationPatchSchema.parse({ website: "https://пример.рф/о-нас" }).website).toBe(
      "https://пример.рф/о-нас",
    );
  });

  it("takes nothing it does not know", () => {
    expect(organisationPatchSchema.safeParse({ sample: true }).success).toBe(false);
    expect(organisationPatchSchema.safeParse({ search: "x" }).success).toBe(false);
    expect(createOrganisationSchema.safeParse({ name: "A", kind: "enterprise", source: "cordis" }).success).toBe(false);
  });

  it("keeps each competence once", () => {
    expect(
      organisationPatchSchema.parse({ competences: ["Gasification ", "Gasification", "ORC"] }).competences,
    ).toEqual(["Gasification", "ORC"]);
  });
});

describe("resources and memberships", () => {
  const resource = { direction: "offered", resource: "Waste heat", medium: "energy", unit: "GWh", note: "" } as const;

  it("reads amounts exactly, with comma and grouping", () => {
    expect(resourceFieldsSchema.parse({ ...resource, amount: "12 500,25" }).amount).toBe("12500.25");
    for (const amount of ["-1", "1e400", "12,5,0", "NaN", "1".repeat(13)]) {
      expect(resourceFieldsSchema.safeParse({ ...resource, amount }).success).toBe(false);
    }
  });

  it("refuses a last day before the first", () => {
    const ids = {
      organisationId: "0198c0de-0000-7000-8000-000000000001",
      parentId: "0198c0de-0000-7000-8000-000000000002",
    };
    const refused = addMembershipSchema.safeParse({ ...ids, sinceOn: "2026-02-01", untilOn: "2026-01-31" });
    expect(refused.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      ["untilOn", "UNTIL_BEFORE_SINCE"],
    ]);
    expect(addMembershipSchema.safeParse({ ...ids, sinceOn: "2026-02-01", untilOn: "2026-02-01" }).success).toBe(true);
  });
});
