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

const toast = (text: string | RegExp) => page.getByRole("alert").filter({ hasText: text }).last();

async function addMilestone(title: string): Promise<void> {
  await page.goto(`${projectUrl}/milestones`);
  await page.getByRole("button", { name: "Add a milestone" }).first().click();
  await page.getByLabel("Title").fill(title);
  await page.getByLabel(/Due in month/).fill("7");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Add|Save/ })
    .click();
  await page.getByRole("cell", { name: title }).or(page.getByText(title)).first().waitFor();
}

describe("undo in the browser", () => {
  test("Ctrl+Z takes the last act back, Ctrl+Shift+Z does it again, and neither while a text field has the focus", async () => {
    await addMilestone("Undo me");
    const row = page.getByRole("main").getByText("Undo me");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+z");
    await toast("Taken back.").waitFor();
    await expect.poll(() => row.count()).toBe(0);
    await page.keyboard.press("Control+Shift+z");
    await toast("Done again.").waitFor();
    await expect.poll(() => row.count()).toBeGreaterThan(0);
    await page.getByRole("searchbox").first().focus();
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(400);
    expect(await row.count()).toBeGreaterThan(0);
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => row.count()).toBe(0);
    await page.keyboard.press("Control+z");
    await toast("nothing of yours").waitFor();
  });

  test("a removal offers its way back for a while, and the activity offers it, too", async () => {
    await addMilestone("Back again");
    await page.goto(`${projectUrl}/activity`);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await toast("Taken back.").waitFor();
    await page.getByText("taken back", { exact: true }).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  test("the bin gives a removed stream back", async () => {
    await page.goto(`${projectUrl}/streams`);
    await page.getByRole("button", { name: "Add a stream" }).first().click();
    await page.getByLabel("Title").fill("Short-lived");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Add|Save|Create/ })
      .click();
    await page.getByRole("main").getByText("Short-lived").first().waitFor();
    await page.goto(`${projectUrl}/streams`);
    await page
      .getByRole("row", { name: /Short-lived/ })
      .getByRole("link")
      .first()
      .click();
    await page.getByRole("heading", { name: /Short-lived/, level: 1 }).waitFor();
    await page.getByRole("button", { name: "Remove" }).first().click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Remove/ })
      .click();
    await toast("Removed.").getByRole("button", { name: "Undo" }).waitFor();
    await page.goto(`${projectUrl}/bin`);
    await page.getByText("Short-lived").waitFor();
    await page.getByText("30 days", { exact: true }).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: /Put back: .*Short-lived/ }).click();
    await page.getByText("It is back.").waitFor();
    await page.goto(`${projectUrl}/streams`);
    await page.getByRole("main").getByText("Short-lived").first().waitFor();
  });

  test("an administrator verifies the chain", async () => {
    await page.goto(`${journey.url}/administration/audit`);
    await page.getByRole("button", { name: "Verify the chain" }).click();
    await page.getByText("unbroken").waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
