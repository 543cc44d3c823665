import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

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

/** Every page by its address; `project` stands for the sample. */
const addresses = [
  "/",
  "/projects",
  "/organisations",
  "/imports",
  "/account",
  "/notifications",
  "project",
  "project/streams",
  "project/members",
  "project/contributions",
  "project/updates",
  "project/updates?tab=status",
  "project/updates?tab=ask",
  "project/forecast",
  "project/gaps",
  "project/milestones",
  "project/risks",
  "project/baselines",
  "project/baselines?view=table",
  "project/decisions",
  "project/exports",
  "project/activity",
  "project/bin",
  "/bin",
  "/administration/audit",
];

/** The dark page is the light one in other colours; the phone's has the same colours in another order. */
const lookedAt: Record<string, Looked> = { light: "everything", dark: "colours", phone: "all but colours" };

describe.each(addresses)("%s", (address) => {
  test.each(["light", "dark", "phone"])("has nothing in the way of anybody (%s)", async (look) => {
    const page = pages.find((each) => each.look === look)!.page;
    const target = address.startsWith("/") ? journey.url + address : projectUrl + address.slice("project".length);
    await page.goto(target);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle").catch(() => undefined);
    expect(await violationsOn(page, lookedAt[look])).toEqual([]);
    expect(await page.getByText("Reference for support").count(), "something could not be read").toBe(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(0);
  });
});

describe("pages for people who are not signed in", () => {
  test.each(["light", "dark"])("sign-in, reset and letters (%s)", async (look) => {
    const page = await journey.person({ dark: look === "dark" });
    for (const address of ["/sign-in", "/unsubscribe", "/reset", "/invitation?token=i1", "/invitation?id=1"]) {
      await page.goto(journey.url + address);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
    }
  });
});

describe("detail pages", () => {
  test.each(["light", "dark", "phone"])("an organisation and a stream (%s)", async (look) => {
    const page = pages.find((each) => each.look === look)!.page;
    await page.goto(`${projectUrl}/streams`);
    await page.getByRole("link", { name: "S1" }).first().click();
    await page
      .getByRole("heading", { name: /Thermal waste disposal/ })
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(`${projectUrl}/members`);
    await page.getByRole("main").getByRole("link", { name: "Lendtherm Oy" }).first().click();
    await page.getByRole("heading", { name: /Lendtherm/, level: 1 }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
