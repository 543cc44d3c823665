import { describe, expect, it } from "vitest";

import {
  organisationListSchema,
  organisationOptionsSchema,
  similarOrganisationsSchema,
} from "#shared/features/organisations/organisation-directory.ts";

describe("questions to the directory", () => {
  it.each(["a\u0000b", "\ud800", "\u202egnp"])("refuse characters no database takes alike: %j", (text) => {
    const asked = [
      organisationListSchema.safeParse({ search: text }),
      organisationListSchema.safeParse({ resource: text }),
      organisationOptionsSchema.safeParse({ search: text }),
      similarOrganisationsSchema.safeParse({ name: text }),
      similarOrganisationsSchema.safeParse({ name: "a", vatNumber: text }),
      similarOrganisationsSchema.safeParse({ name: "a", pic: text }),
    ];
    expect(asked.map(({ success }) => success)).toEqual(asked.map(() => false));
  });

  it("take nothing, and what is being typed", () => {
    expect(organisationListSchema.parse({ search: " Lämpö " })).toEqual({ search: "Lämpö" });
    expect(similarOrganisationsSchema.parse({ name: "" })).toEqual({ name: "" });
  });
});
