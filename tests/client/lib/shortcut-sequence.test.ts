import { describe, expect, test } from "vitest";

import { createSequenceMatcher, hasModifier, type KeyPress, stepOf } from "#client/lib/shortcut-sequence.ts";

const shortcuts = [
  { id: "home", keys: "g h" },
  { id: "projects", keys: "g p" },
  { id: "sheet", keys: "?" },
  { id: "palette", keys: "mod+k" },
];

function press(part: Partial<KeyPress>): KeyPress {
  return { key: "", code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part };
}

describe("stepOf", () => {
  test("Ctrl and ⌘ are the same step", () => {
    expect(stepOf(press({ key: "k", code: "KeyK", ctrlKey: true }))).toBe("mod+k");
    expect(stepOf(press({ key: "k", code: "KeyK", metaKey: true }))).toBe("mod+k");
  });

  test("on a Cyrillic layout the place of the letter counts", () => {
    expect(stepOf(press({ key: "п", code: "KeyG" }))).toBe("g");
    expect(stepOf(press({ key: "л", code: "KeyK", ctrlKey: true }))).toBe("mod+k");
  });

  test("on a Latin layout of another order the letter counts", () => {
    expect(stepOf(press({ key: "a", code: "KeyQ" }))).toBe("a");
  });

  test("a sign made with Shift is the sign alone, a letter with Shift is not the letter", () => {
    expect(stepOf(press({ key: "?", code: "Slash", shiftKey: true }))).toBe("?");
    expect(stepOf(press({ key: "?", code: "Digit7", shiftKey: true }))).toBe("?");
    expect(stepOf(press({ key: "G", code: "KeyG", shiftKey: true }))).toBe("shift+g");
  });

  test("a modifier alone is no step", () => {
    expect(stepOf(press({ key: "Control", code: "ControlLeft", ctrlKey: true }))).toBe("");
  });
});

describe("sequence matcher", () => {
  test("two keys within a second name the shortcut", () => {
    const matcher = createSequenceMatcher();
    expect(matcher.press("g", 0, shortcuts)).toBeUndefined();
    expect(matcher.press("p", 999, shortcuts)).toBe("projects");
  });

  test("later than a second the sequence begins anew", () => {
    const matcher = createSequenceMatcher();
    matcher.press("g", 0, shortcuts);
    expect(matcher.press("p", 1001, shortcuts)).toBeUndefined();
    matcher.press("g", 1100, shortcuts);
    expect(matcher.press("h", 1200, shortcuts)).toBe("home");
  });

  test("a wrong second key ends the sequence, and counts by itself when it is a shortcut", () => {
    const matcher = createSequenceMatcher();
    matcher.press("g", 0, shortcuts);
    expect(matcher.press("x", 100, shortcuts)).toBeUndefined();
    expect(matcher.press("h", 200, shortcuts)).toBeUndefined();
    matcher.press("g", 300, shortcuts);
    expect(matcher.press("?", 400, shortcuts)).toBe("sheet");
  });

  test("a held modifier between the keys does not disturb", () => {
    const matcher = createSequenceMatcher();
    matcher.press("g", 0, shortcuts);
    expect(matcher.press("", 50, shortcuts)).toBeUndefined();
    expect(matcher.press("h", 100, shortcuts)).toBe("home");
  });

  test("a shortcut does not fire twice for one press", () => {
    const matcher = createSequenceMatcher();
    expect(matcher.press("mod+k", 0, shortcuts)).toBe("palette");
    matcher.press("g", 10, shortcuts);
    expect(matcher.press("h", 20, shortcuts)).toBe("home");
    expect(matcher.press("h", 30, shortcuts)).toBeUndefined();
  });
});

test("only steps with a modifier work inside of text fields", () => {
  expect([
    hasModifier("mod+k"),
    hasModifier("alt+x"),
    hasModifier("g"),
    hasModifier("?"),
    hasModifier("shift+g"),
  ]).toEqual([true, true, false, false, false]);
});
