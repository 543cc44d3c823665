import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp, violationsOn } from "./journey.ts";

let journey: Journey;
let page: Page;
let projectUrl: string;
beforeAll(async () => {
  journey = await beginJourney();
  page = await journey.person();
  await setUp(page, journey);
  projectUrl = await loadSample(page);
});
afterAll(() => journey.end());

const row = (code: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: code, exact: true }) });
const months = async (code: string) => {
  const cells = row(code).getByRole("cell");
  return [await cells.nth(2).innerText(), await cells.nth(3).innerText()].map((text) => text.split("\n")[0]?.trim());
};
const end = (code: string) => row(code).getByRole("cell").nth(3).getByRole("button");
const dialog = () => page.getByRole("dialog").last();

describe("the work plan as a table", () => {
  test("a later end shows every task it pushes, moves them as one act, and one undo brings them back", async () => {
    await page.goto(`${projectUrl}/plan`);
    await row("1.2").waitFor();
    expect(await months("1.3")).toEqual(["14", "20"]);
    await end("1.2").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("15");
    await page.keyboard.press("Enter");
    await dialog().getByText("1.3 Trial operation on sorted fuel").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // Nothing is saved before the yes.
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => months("1.2")).toEqual(["7", "13"]);
    await end("1.2").click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("15");
    await page.keyboard.press("Enter");
    await dialog().getByRole("button", { name: "Move all" }).click();
    await expect.poll(() => months("1.3")).toEqual(["16", "22"]);
    await expect.poll(() => months("1.2")).toEqual(["7", "15"]);
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => months("1.3")).toEqual(["14", "20"]);
    // The field shows what was saved in it for a moment.
    await expect.poll(() => months("1.2"), { timeout: 5_000 }).toEqual(["7", "13"]);
  });

  test("a predecessor is added with what it moves in sight; a circle is refused with its names", async () => {
    await page.goto(`${projectUrl}/plan`);
    await row("4.4")
      .getByRole("button", { name: /What 4\.4 waits for/ })
      .click();
    await dialog()
      .getByLabel("Wait for", { exact: true })
      .selectOption({ label: "1.3 Trial operation on sorted fuel" });
    await dialog().getByLabel("Months later").fill("1");
    await dialog().getByText("This moves 1 task:").waitFor();
    await dialog().getByText("M14–M24").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await dialog().getByText("1 month later").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => months("4.4")).toEqual(["22", "32"]);
    await row("1.1")
      .getByRole("button", { name: /what 1\.1 waits for/ })
      .click();
    await dialog().getByLabel("Wait for", { exact: true }).selectOption({ label: "4.4 Two shifts a day" });
    await dialog().getByRole("alert").filter({ hasText: "circle" }).waitFor();
    expect(await dialog().getByRole("button", { name: "Add", exact: true }).isDisabled()).toBe(true);
  });

  test("an overdue deliverable is handed in with a reason, and accepted", async () => {
    await page.goto(`${projectUrl}/plan?kind=deliverable&q=Emission`);
    await row("D5.1").getByText("Overdue").waitFor();
    await page.getByRole("link", { name: /Emission limits/ }).click();
    await dialog().getByRole("button", { name: "Hand in" }).click();
    await dialog().getByLabel("Why it is late").fill("The authority asked for more.");
    await dialog().getByRole("button", { name: "Hand in" }).click();
    await dialog().getByRole("button", { name: "Accept" }).click();
    await dialog().getByText("Accepted", { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("selected")).not.toBeNull();
    expect(await violationsOn(page)).toEqual([]);
  });
});
