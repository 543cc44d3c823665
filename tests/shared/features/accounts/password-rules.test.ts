import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { commonWords } from "#shared/features/accounts/common-words.ts";
import { passwordFault, passwordText } from "#shared/features/accounts/password-rules.ts";

describe("passwordFault", () => {
  test.each([
    ["elevenchars", "TOO_SHORT"],
    ["🔥".repeat(11), "TOO_SHORT"],
    ["kettle-river-".repeat(10), "TOO_LONG"],
  ])("%s has the wrong length", (typed, fault) => expect(passwordFault(typed)).toBe(fault));

  test.each([
    "password1234",
    "P@ssw0rd2026!!",
    "123456789012",
    "qwertyuiop12",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "112233445566",
    "987654321098",
    "administrator",
    "iloveyou1234",
    "qazwsxedcrfv",
    "P4$$w0rdP4$$w0rd",
    "!!!!password!!!!",
    "Summer2025Summer2025",
    "пароль123456",
    "йцукенгшщзхъ",
    "salasana12345",
    "Consortia2026!",
  ])("%s is too common", (typed) => expect(passwordFault(typed)).toBe("PASSWORD_TOO_COMMON"));

  test.each([
    "correct horse battery staple",
    "8231945570215",
    "kj3#9sLmQ2x!",
    "Tallinn-Kivi-47",
    "blue-kettle-7",
    "Северный ветер над морем",
    "Kuusi vanhaa mäntyä",
    "🔥🌊🌲🪨🚲🎺🧭🥁🪁🧊🫐🍋",
  ])("%s can be used", (typed) => expect(passwordFault(typed)).toBeNull());

  test.each([
    ["EKOLEND2026!!", "EKOLEND"],
    ["EkolendProject2026", "EKOLEND"],
    ["Virtanen12345", "Aino Virtanen"],
    ["AinoVirtanen1", "Aino Virtanen"],
    ["теплосеть2026!", "ООО Теплосеть"],
    ["Heat4Neva#2026", "Heat4Neva Oy"],
  ])("%s is made of a name in use", (typed, name) => {
    expect(passwordFault(typed)).toBeNull();
    expect(passwordFault(typed, [name])).toBe("PASSWORD_TOO_COMMON");
  });

  test("a common word with any year and sign around it stays refused, in any case", () => {
    const words = fc.constantFrom(...commonWords.filter((word) => word.length >= 7 && word.length <= 12));
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1900, max: 2099 }),
        fc.constantFrom("!", "!!", ".", "#"),
        fc.boolean(),
        (word, year, sign, upper) => {
          const typed = `${upper ? word.toUpperCase() : word}${year}${sign}`;
          fc.pre(typed.length >= 12);
          expect(passwordFault(typed)).toBe("PASSWORD_TOO_COMMON");
        },
      ),
    );
  });

  test("it answers for every text, and the same for composed and decomposed letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 140 }), (typed) => {
        expect([null, "TOO_SHORT", "TOO_LONG", "PASSWORD_TOO_COMMON"]).toContain(passwordFault(typed));
        expect(passwordFault(typed.normalize("NFD"))).toBe(passwordFault(typed.normalize("NFC")));
      }),
    );
    expect(passwordText("Äyräs")).toBe(passwordText("Äyräs".normalize("NFD")));
  });
});
