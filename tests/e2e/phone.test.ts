import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp } from "./journey.ts";
import { appears, goesAway } from "./people.ts";

const text = "Grate and burner are mounted, first cold tests.";

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await beginJourney();
  const desk = await journey.person();
  await setUp(desk, journey);
  await loadSample(desk);
  page = await journey.person({ phone: true });
  await page.context().addCookies(await desk.context().cookies());
});
afterAll(() => journey?.end());

const main = () => page.getByRole("main");

/** How many pixels the page is wider than the screen, which is 360 wide. */
async function overflow(): Promise<number> {
  await page.waitForLoadState("networkidle").catch(() => undefined);
  return await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

describe("a member reports on a phone", () => {
  test("the person chooses for whom to act", async () => {
    await page.goto(journey.url);
    await page.getByRole("button", { name: "You act for" }).tap();
    await page.getByRole("menuitemradio", { name: /Lendtherm Oy/ }).tap();
    expect(await appears(main().getByRole("heading", { name: "Lendtherm", level: 1 }))).toBe(true);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  test("the sidebar is a drawer that leads on and closes", async () => {
    await page.getByRole("button", { name: "Menu" }).tap();
    const drawer = page.getByRole("dialog", { name: "Navigation" });
    await drawer.getByRole("link", { name: "Projects" }).tap();
    expect(await goesAway(drawer)).toBe(true);
    await main().getByRole("heading", { name: "Projects", level: 1 }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Menu" }).tap();
    await drawer.getByRole("link", { name: "Home" }).tap();
    expect(await appears(main().getByRole("heading", { name: "To report" }))).toBe(true);
  });

  test("what is due leads to the report, which is written and handed in", async () => {
    await main()
      .getByRole("link", { name: /^EKOLEND · Period/ })
      .first()
      .tap();
    const open = main().getByRole("article").filter({ hasText: "Not begun" }).first();
    await open.waitFor();
    const title = (await open.getAttribute("aria-label")) ?? "";
    const card = main().getByRole("article", { name: title, exact: true });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await card.getByRole("button", { name: "As planned" }).tap();
    await card.getByLabel("What was done").fill(text);
    await card.getByRole("status").getByText("Saved").waitFor();
    await card.getByRole("button", { name: "Hand in" }).tap();
    await card.getByText("Handed in").waitFor();
    expect(await card.innerText()).toContain(text);
    expect(await overflow()).toBeLessThanOrEqual(0);
  });

  test("the ledger shows cards, a line opens over the page", async () => {
    await page.goto(`${page.url().split("/updates")[0]}/contributions`);
    await main().getByRole("link", { name: "Commissioning crew" }).tap();
    const panel = page.getByRole("dialog", { name: "Commissioning crew" });
    await panel.getByText("Basis of the value").waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await panel.getByRole("button", { name: "Close" }).tap();
    expect(await goesAway(panel)).toBe(true);
  });
});
