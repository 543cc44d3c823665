import { describe, expect, it } from "vitest";

import { countryCodes, countryOf } from "#shared/features/organisations/countries.ts";

describe("countryOf", () => {
  it("reads the aliases of European records as their ISO codes", () => {
    expect(countryOf("EL")).toBe("GR");
    expect(countryOf("uk")).toBe("GB");
    expect(countryOf(" fi ")).toBe("FI");
  });

  it("refuses what is no country", () => {
    for (const code of ["", "XX", "EU", "FIN", "__proto__", "constructor"]) expect(countryOf(code)).toBeNull();
  });

  it("lists 249 countries of ISO 3166-1 and Kosovo, each once and in order", () => {
    expect(countryCodes).toHaveLength(250);
    expect(new Set(countryCodes).size).toBe(250);
    expect(countryCodes).toEqual(countryCodes.toSorted());
  });

  it("lists only codes that have a name in every language of the product", () => {
    for (const language of ["en", "ru", "fi"]) {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      expect(countryCodes.filter((code) => names.of(code) === undefined)).toEqual([]);
    }
  });
});
