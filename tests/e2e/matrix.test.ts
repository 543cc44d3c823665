import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp, violationsOn } from "./journey.ts";

let journey: Journey;
let page: Page;
let projectUrl: string;
beforeAll(async () => {
  journey = await beginJourney();
  page = await journey.person();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await setUp(page, journey);
  projectUrl = await loadSample(page);
});
afterAll(() => journey.end());

const grid = () => page.getByRole("grid", { name: "Members and streams" });
/** A cell by the positions of its row and column, from 0. */
const cell = (row: number, column: number): Locator => grid().locator(`[data-place="${row} ${column}"]`);
const press = (...keys: string[]) =>
  keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
const toast = (text: string | RegExp) => page.getByRole("alert").filter({ hasText: text }).last();
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
const focusedPlace = () => page.evaluate(() => document.activeElement?.getAttribute("data-place"));
const texts = async (places: readonly [number, number][]) =>
  Promise.all(
    places.map(async ([row, column]) => (await cell(row, column).innerText()).replaceAll(/\s+/g, " ").trim()),
  );

describe("the matrix by keyboard alone", () => {
  test("g m opens it; one tab stop, arrows, edges and blocks as in a spreadsheet", async () => {
    await page.getByRole("heading", { level: 1 }).click();
    await press("g", "m");
    await grid().waitFor();
    expect(await grid().locator("[tabindex='0']").count()).toBe(1);
    await cell(0, 0).focus();
    await press("ArrowDown", "ArrowRight");
    expect(await focusedPlace()).toBe("1 1");
    await press("Control+End");
    expect(await focusedPlace()).toBe("8 6");
    await press("Home", "Control+ArrowUp");
    expect(await focusedPlace()).toBe("0 0");
    await press("Shift+ArrowRight", "Shift+ArrowDown");
    await page.getByText("4 cells chosen").waitFor();
    await press("Escape", "Tab");
    expect(await grid().locator("[aria-selected='true']").count()).toBe(1);
  });

  test("typing proposes, Esc keeps, F2 edits, what is no amount stays in the cell with its problem", async () => {
    await cell(0, 0).focus();
    await press("3");
    await page.keyboard.type(",5");
    await press("Enter");
    await expect.poll(() => cell(0, 0).innerText()).toMatch(/3\.5\s+proposed/);
    expect(await focusedPlace()).toBe("1 0");
    await press("ArrowUp", "F2");
    await page.keyboard.type("9");
    await press("Escape");
    expect(await cell(0, 0).innerText()).toMatch(/3\.5/);
    await press("F2");
    await page.keyboard.type("many");
    await press("Enter");
    await cell(0, 0).getByText("This is no amount.").waitFor();
    await press("Escape", "Control+z");
    await toast("Taken back.").waitFor();
    await expect.poll(() => cell(0, 0).innerText()).toBe("");
  });

  test("a block is pasted as one step and comes back with one undo", async () => {
    await page.evaluate(() => navigator.clipboard.writeText("1\t2,5\n1 000\t4 PM\n"));
    await cell(0, 2).focus();
    const places = [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ] as [number, number][];
    const before = await texts(places);
    await press("Control+v");
    await toast("4 cells were written.").waitFor();
    await expect.poll(() => texts(places)).toEqual(["1 proposed", "2.5 proposed", "1,000 proposed", "4 proposed"]);
    await press("Control+c");
    expect(await clipboard()).toBe("1\t2.5\n1000\t4");
    await press("Control+z");
    await toast("Taken back.").waitFor();
    await expect.poll(() => texts(places)).toEqual(before);
  });

  test("problems and cells that take nothing are shown before anything is written", async () => {
    await page.evaluate(() => navigator.clipboard.writeText("5\nwhat\n"));
    await cell(0, 3).focus();
    await press("Control+v");
    const dialog = page.getByRole("dialog", { name: "Before it is written" });
    await dialog.getByText("1 cell is written").waitFor();
    await dialog.getByText("1 cannot be read").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Write 1 cell" }).click();
    await expect.poll(() => cell(0, 3).innerText()).toMatch(/5\s+proposed/);
    await cell(0, 3).focus();
    await press("Shift+ArrowDown", "Control+d");
    await expect.poll(() => cell(1, 3).innerText()).toMatch(/5\s+proposed/);
    await press("Delete");
    await page.getByRole("dialog").or(toast("cells were written")).first().waitFor();
  });
});

describe("beside the grid", () => {
  test("Space opens the lines of a cell, which lead into the ledger", async () => {
    await page.goto(`${projectUrl}/matrix`);
    await cell(1, 0).focus();
    await press("Space");
    const panel = page.getByRole("dialog");
    await panel.getByRole("link").first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await panel.getByRole("link").first().click();
    await page.waitForURL(/contributions\?selected=/);
  });

  test("value and periods stand in the address; periods take nothing", async () => {
    await page.goto(`${projectUrl}/matrix`);
    await page.getByText("Value", { exact: true }).click();
    await page.waitForURL(/measure=value/);
    await page.getByText("By period").click();
    await page.waitForURL(/by=period/);
    await grid()
      .getByRole("columnheader", { name: /Period 1/ })
      .waitFor();
    await cell(0, 0).focus();
    await press("7");
    await toast("By period the figures follow").waitFor();
    expect(await grid().getByRole("textbox").count()).toBe(0);
  });

  test("on paper every row stands in a plain table", async () => {
    await page.goto(`${projectUrl}/matrix`);
    await grid().waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("main table tbody tr").count()).toBe(9);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await grid().waitFor();
  });

  test("on a phone the same edits are made in a list by participant", async () => {
    const phone = await journey.person({ phone: true });
    await phone.context().addCookies((await page.context().storageState()).cookies);
    await phone.goto(`${projectUrl}/matrix`);
    await phone
      .getByRole("button", { name: /Heat supply/ })
      .first()
      .click();
    const field = phone.getByRole("textbox", { name: /Heat supply/ });
    await field.fill("2,5");
    await phone.getByRole("button", { name: "Save" }).click();
    await phone.getByRole("button", { name: /Heat supply 2.5 proposed/ }).waitFor();
    expect(await violationsOn(phone)).toEqual([]);
  });
});
