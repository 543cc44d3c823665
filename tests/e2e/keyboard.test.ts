import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp } from "./journey.ts";
import { focusedText, focusReaches, isFocusSeen, tabTo } from "./keyboard-steps.ts";
import { appears, goesAway } from "./people.ts";

const line = "Two surveys of the river bed";
const title = "Clean heat and power, by keyboard alone";

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await beginJourney();
  const other = await journey.person();
  await setUp(other, journey);
  await loadSample(other);
  page = await journey.person();
});
afterAll(() => journey?.end());

const main = () => page.getByRole("main");
const heading = (name: string) => main().getByRole("heading", { name, level: 1 });

describe("the main path by keyboard alone", () => {
  test("sign in", async () => {
    await page.goto(`${journey.url}/sign-in`);
    expect(await focusReaches(page, page.getByLabel("E-mail address"))).toBe(true);
    await page.keyboard.type("anna@cluster.example");
    await tabTo(page, page.locator("input[type=password]"));
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.type("harbour lantern seventeen");
    await page.keyboard.press("Enter");
    expect(await appears(page.getByRole("navigation", { name: "Navigation" }))).toBe(true);
  });

  test("the first stop of a page leads past the navigation", async () => {
    await page.goto(`${journey.url}/organisations`);
    await heading("Organisations").waitFor();
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toBe("Skip to the page");
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await focusReaches(page, main())).toBe(true);
  });

  test("the palette leads to the projects, Tab and Enter into one", async () => {
    await page.keyboard.press("Control+k");
    await page
      .getByRole("searchbox", { name: "Search" })
      .or(page.getByPlaceholder("Type a page or an action"))
      .waitFor();
    await page.keyboard.type("proj");
    await page.getByRole("button", { name: "Projects" }).first().waitFor();
    await page.keyboard.press("Enter");
    await heading("Projects").waitFor();
    expect(await focusReaches(page, main())).toBe(true);
    await tabTo(page, main().getByRole("link", { name: "EKOLEND" }));
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press("Enter");
    expect(await appears(heading("EKOLEND"))).toBe(true);
  });

  test("a contribution is proposed and agreed", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await heading("Contributions").waitFor();
    await tabTo(page, page.getByRole("button", { name: "New contribution" }));
    await page.keyboard.press("Enter");
    const form = page.getByRole("dialog", { name: "New contribution" });
    await focusReaches(page, form.getByLabel("Title"));
    await page.keyboard.type(line);
    await tabTo(page, form.getByLabel("Person-months"));
    await page.keyboard.type("1.5");
    await tabTo(page, form.getByLabel("Value (EUR)"));
    await page.keyboard.type("9750");
    await tabTo(page, form.getByRole("button", { name: "Propose" }));
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog", { name: line });
    await tabTo(page, panel.getByRole("button", { name: "Agree", exact: true }));
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press("Enter");
    await panel.getByText("Agreed by Anna Coordinator").waitFor();
    await page.keyboard.press("Escape");
    expect(await goesAway(panel)).toBe(true);
  });

  test("a line opens beside the ledger, and Esc leads back to it", async () => {
    const name = "Coordination and reporting";
    const row = main().getByRole("table", { name: "Contributions" }).getByRole("link", { name });
    await tabTo(page, row);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name }).waitFor();
    await page.keyboard.press("Escape");
    expect(await focusReaches(page, row)).toBe(true);
  });

  test("a title is edited where it stands: Esc restores, Enter saves, the focus stays", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("v");
    await heading("EKOLEND").waitFor();
    const opener = main().getByRole("button", { name: "Clean heat and power" });
    await tabTo(page, opener);
    expect(await isFocusSeen(page)).toBe(true);
    await page.keyboard.press("Enter");
    await focusReaches(page, main().getByRole("textbox", { name: "Title" }));
    await page.keyboard.type("Nothing to keep");
    await page.keyboard.press("Escape");
    expect(await focusReaches(page, opener)).toBe(true);
    await page.keyboard.press("F2");
    await focusReaches(page, main().getByRole("textbox", { name: "Title" }));
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    expect(await focusReaches(page, main().getByRole("button", { name: title }))).toBe(true);
    expect(await main().getByText("Nothing to keep").count()).toBe(0);
  });

  test("the sheet of shortcuts opens over the page and gives the focus back", async () => {
    const opener = main().getByRole("button", { name: title });
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await sheet.getByText("Contributions").waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    expect(await focusReaches(page, opener)).toBe(true);
  });
});
