import { readFile } from "node:fs/promises";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp, violationsOn } from "./journey.ts";

let journey: Journey;
let page: Page;
let gantt: string;
beforeAll(async () => {
  journey = await beginJourney();
  page = await journey.person();
  await setUp(page, journey);
  gantt = `${await loadSample(page)}/plan?view=gantt`;
});
afterAll(() => journey.end());

const bar = (code: string) => page.getByRole("button", { name: new RegExp(`^Task ${code.replace(".", "\\.")} `) });
const labelOf = (code: string) => () => bar(code).getAttribute("aria-label");
const span = (from: number, to: number) => new RegExp(`from M${from} .* to M${to} `);
const undo = async () => {
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await page.getByText("Taken back.").waitFor();
};

async function openGantt(): Promise<void> {
  await page.goto(`${gantt}&zoom=quarter`);
  await bar("1.1").waitFor();
}

/** Takes hold of the middle of a bar and pulls it sideways, in pixels. */
async function pull(code: string, by: number): Promise<void> {
  const box = (await bar(code).locator("rect").nth(1).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 5 });
}

describe("the Gantt in the browser", () => {
  test("moves a task by drag with everybody who waits for it, as one act that is taken back at once", async () => {
    await openGantt();
    await expect.poll(labelOf("1.1")).toMatch(span(1, 6));
    await expect.poll(labelOf("1.2")).toMatch(span(7, 13));
    await pull("1.1", 54);
    await page.getByRole("status").filter({ hasText: "move along: 1.2, 1.3" }).waitFor();
    await page.mouse.up();
    await page.getByText("Moved.").waitFor();
    await expect.poll(labelOf("1.1")).toMatch(span(4, 9));
    await expect.poll(labelOf("1.2")).toMatch(span(10, 16));
    await undo();
    await expect.poll(labelOf("1.1")).toMatch(span(1, 6));
    await expect.poll(labelOf("1.2")).toMatch(span(7, 13));
  });

  test("lets go with Esc, and nothing has moved", async () => {
    await openGantt();
    await pull("1.1", 54);
    await page.getByRole("status").filter({ hasText: "move along" }).waitFor();
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect.poll(labelOf("1.1")).toMatch(span(1, 6));
    expect(new URL(page.url()).searchParams.get("selected")).toBeNull();
  });

  test("moves, lengthens and opens a task by keys alone", async () => {
    await openGantt();
    await bar("1.1").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("status").filter({ hasText: "1.1: from M3" }).waitFor();
    await page.getByText("Moved.").waitFor();
    await expect.poll(labelOf("1.2")).toMatch(span(9, 15));
    await undo();
    await expect.poll(labelOf("1.2")).toMatch(span(7, 13));
    await bar("1.1").focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(labelOf("1.1")).toMatch(span(1, 7));
    await expect.poll(labelOf("1.2")).toMatch(span(8, 14));
    await undo();
    await expect.poll(labelOf("1.1")).toMatch(span(1, 6));
    await bar("1.1").focus();
    await page.keyboard.press("Home");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/^Group S1/);
    await page.keyboard.press("ArrowLeft");
    expect(await bar("1.1").count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("selected")).not.toBeNull();
  });

  test("refuses a circle in words", async () => {
    await openGantt();
    await bar("1.1").focus();
    await page.keyboard.press("l");
    const form = page.getByRole("dialog", { name: /What does 1\.1/ });
    const last = form.locator("option", { hasText: /^1\.5 / });
    await form.getByLabel("It starts after").selectOption({ value: (await last.getAttribute("value"))! });
    await form.getByText("in a circle").waitFor();
    expect(await form.getByRole("button", { name: "Add the link" }).isDisabled()).toBe(true);
  });

  test.each(["pdf", "svg", "png"])("leaves as %s", async (format) => {
    await openGantt();
    await page.getByRole("button", { name: "Export Gantt" }).click();
    const form = page.getByRole("dialog", { name: "Export Gantt" });
    await form.getByLabel("Format").selectOption(format);
    await form.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      form.getByRole("link", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^EKOLEND Gantt \\(Internal\\) .*\\.${format}$`));
    const bytes = await readFile(await download.path());
    const beginnings: Record<string, string> = { pdf: "%PDF-", svg: "<svg ", png: "\u0089PNG" };
    expect(bytes.toString("latin1").startsWith(beginnings[format] ?? "?")).toBe(true);
  });

  test.each([
    ["light", {}],
    ["dark", { dark: true }],
    ["phone", { phone: true }],
  ] as const)("has nothing in the way of anybody (%s)", async (look, options) => {
    const other = look === "light" ? page : await journey.person(options);
    await other.context().addCookies((await page.context().storageState()).cookies);
    await other.goto(gantt);
    await (
      look === "phone" ? other.getByText("1.2 Grate").first() : other.locator("svg [data-row-key]").first()
    ).waitFor();
    expect(await violationsOn(other)).toEqual([]);
  });
});
