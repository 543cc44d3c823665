import { describe, expect, test } from "vitest";

import { gapNames } from "#server/mail/gap-bodies.ts";
import { gapKinds } from "#shared/features/gaps/gap-words.ts";
import { languages } from "#shared/languages.ts";

import en from "../../../client/locales/en/gaps.json" with { type: "json" };
import fi from "../../../client/locales/fi/gaps.json" with { type: "json" };
import ru from "../../../client/locales/ru/gaps.json" with { type: "json" };

const pages = { en, fi, ru };

describe("gaps in mails", () => {
  test.each(languages)("are called as on the page (%s)", (language) => {
    expect(gapNames[language]).toEqual(pages[language].kind);
    expect(Object.keys(pages[language].text).toSorted()).toEqual([...gapKinds].toSorted());
  });
});
