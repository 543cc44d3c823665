import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { doors, openPlace, places } from "./addresses.ts";
import { beginJourney, type Journey, loadSample, type Looked, setUp, violationsOn } from "./journey.ts";

let journey: Journey;
let projectUrl: string;
const pages: { look: string; page: Page }[] = [];

beforeAll(async () => {
  journey = await beginJourney();
  const page = await journey.person();
  await setUp(page, journey);
  projectUrl = await loadSample(page);
  const state = await page.context().storageState();
  const dark = await journey.person({ dark: true });
  const phone = await journey.person({ phone: true });
  for (const other of [dark, phone]) await other.context().addCookies(state.cookies);
  pages.push({ look: "light", page }, { look: "dark", page: dark }, { look: "phone", page: phone });
});
afterAll(() => journey.end());

/** The dark page is the light one in other colours; the phone's has the same colours in another order. */
const lookedAt: Record<string, Looked> = { light: "everything", dark: "colours", phone: "all but colours" };

describe.each(places)("$route at $address", (place) => {
  test.each(["light", "dark", "phone"])("has nothing in the way of anybody (%s)", async (look) => {
    const page = pages.find((each) => each.look === look)!.page;
    await openPlace(page, projectUrl, place);
    expect(await violationsOn(page, lookedAt[look])).toEqual([]);
    expect(await page.getByText("Reference for support").count(), "something could not be read").toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(0);
  });
});

describe("pages for people who are not signed in", () => {
  test.each(["light", "dark"])("sign-in, setup, reset and letters (%s)", async (look) => {
    const page = await journey.person({ dark: look === "dark" });
    for (const door of doors) {
      await openPlace(page, projectUrl, door);
      expect(await violationsOn(page)).toEqual([]);
    }
  });
});
