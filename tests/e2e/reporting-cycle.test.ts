import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { type OutboxMail, readOutbox } from "#tests/support/outbox.ts";

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

const requests = async (): Promise<OutboxMail[]> =>
  (await readOutbox(journey.dataDirectory)).filter(({ subject }) => subject.startsWith("Reports asked of you"));

test("the coordinator sees how far every member is and reminds one of them, once a day", async () => {
  await page.goto(`${projectUrl}/updates?tab=status`);
  const row = page.getByRole("row", { name: /^Lendtherm/ });
  await row.getByRole("button", { name: "Remind now: Lendtherm" }).click();
  await row.getByText("Reminded").waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await row.getByRole("time").waitFor();
  await row.getByRole("button", { name: "Remind now: Lendtherm" }).click();
  await row.getByText("This member was reminded today already").waitFor();
  await expect.poll(async () => (await requests()).length, { timeout: 10_000 }).toBe(1);
  const [mail] = await requests();
  expect(mail?.text).toMatch(/- EKOLEND · Lendtherm · period 2 · due .+ · lines to report: \d+/);
  expect(mail?.text).not.toMatch(/€|EUR|kWh/);
});

test("the settings say in words and dates what they will do, and are kept", async () => {
  await page.goto(`${projectUrl}/updates?tab=ask`);
  const preview = page.getByRole("region", { name: "Ask and remind" });
  const late = preview.getByText("Reminder to whoever is late.");
  await expect.poll(() => late.count(), { timeout: 10_000 }).toBe(3);
  const after = page.getByLabel("Remind, days after the due day");
  await after.fill("3, three");
  await page.getByText("Whole numbers separated by commas").waitFor();
  expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  await after.fill("3");
  await expect.poll(() => late.count(), { timeout: 10_000 }).toBe(1);
  await page.getByLabel("At", { exact: true }).selectOption("10:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => page.getByRole("button", { name: "Save" }).isDisabled(), { timeout: 10_000 }).toBe(true);
  await page.reload();
  await after.waitFor();
  expect(await after.inputValue()).toBe("3");
  expect(await page.getByLabel("At", { exact: true }).inputValue()).toBe("10");
});

test("a period is closed and opened again after saying what that does", async () => {
  await page.goto(`${projectUrl}/updates?tab=status`);
  await page.getByRole("button", { name: "Close the period" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Nothing can be saved, handed in, accepted or returned any more").waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Close the period" }).click();
  await page.getByText("Closed", { exact: true }).waitFor();
  await expect.poll(() => page.getByRole("button", { name: /^Remind/ }).count(), { timeout: 10_000 }).toBe(0);
  await page.getByRole("button", { name: "Open again" }).click();
  await page.getByRole("dialog").getByText("Accepted reports stay as they are").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Open again" }).click();
  await page.getByRole("button", { name: "Close the period" }).waitFor();
});

test("the link in a mail ends such mails after a click, signed in or not, and the account page brings them back", async () => {
  const [mail] = await requests();
  const link = /https?:\/\/\S+\/unsubscribe\?token=\S+/.exec(mail?.text ?? "")?.[0] ?? "";
  const stranger = await journey.person({ phone: true });
  await stranger.goto(link);
  await stranger.getByRole("heading", { name: "End these mails?" }).waitFor();
  expect(await violationsOn(stranger)).toEqual([]);
  await page.goto(`${journey.url}/account`);
  const wish = page.getByLabel("Requests for reports and reminders of them");
  expect(await wish.isChecked()).toBe(true);
  await stranger.getByRole("button", { name: "No more mails of this kind" }).click();
  await stranger.getByText("We send you no more mails of this kind.").waitFor();
  await page.reload();
  await expect.poll(() => wish.isChecked(), { timeout: 10_000 }).toBe(false);
  await wish.click();
  await page.getByText("Saved", { exact: true }).waitFor();
  await page.reload();
  await expect.poll(() => wish.isChecked(), { timeout: 10_000 }).toBe(true);
  await stranger.goto(`${journey.url}/unsubscribe?token=requests.x.y`);
  await stranger.getByRole("button", { name: "No more mails of this kind" }).click();
  await stranger.getByRole("alert").waitFor();
});
