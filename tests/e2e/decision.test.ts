import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp, violationsOn } from "./journey.ts";
import { appears, bringIn, goesAway } from "./people.ts";

const question = "Shall we move the second period by a month?";
const olga = { organisation: "Voolend OÜ", email: "olga@voolend.example", name: "Olga Tamm" } as const;

let journey: Journey;
let anna: Page;
let member: Page;
let projectUrl = "";

beforeAll(async () => {
  journey = await beginJourney();
  anna = await journey.person();
  await setUp(anna, journey);
  projectUrl = await loadSample(anna);
  member = await bringIn(anna, journey, { ...olga, role: "Manager" });
});
afterAll(() => journey?.end());

async function openQuestion(page: Page): Promise<void> {
  await page.goto(`${projectUrl}/decisions`);
  await page.getByRole("link", { name: question }).click();
  await page.getByRole("heading", { name: question, level: 1 }).waitFor();
}

describe("a question to the participants", () => {
  test("is written down and stays the coordinator's paper until it is opened", async () => {
    await anna.goto(`${projectUrl}/decisions`);
    await anna.getByRole("button", { name: "New question" }).click();
    const form = anna.getByRole("dialog", { name: "New question" });
    await form.getByLabel("Question").fill(question);
    await form.getByLabel("Quorum in per cent").fill("20");
    expect(await violationsOn(anna)).toEqual([]);
    await form.getByRole("button", { name: "Save as a draft" }).click();
    await anna.getByRole("heading", { name: question, level: 1 }).waitFor();
    await member.goto(`${projectUrl}/decisions`);
    await member.getByRole("link", { name: /open data interface/ }).waitFor();
    expect(await member.getByText(question).count()).toBe(0);
  });

  test("cannot be put by share while shares are confidential, and says why", async () => {
    await anna.getByRole("button", { name: "Change the question" }).click();
    const form = anna.getByRole("dialog", { name: "Change the question" });
    await form.getByLabel("Votes count").selectOption("share");
    await form.getByRole("button", { name: "Save as a draft" }).click();
    await goesAway(form);
    await anna.getByRole("button", { name: "Open the vote" }).click();
    const confirm = anna.getByRole("dialog", { name: "Open the vote?" });
    await confirm.getByRole("button", { name: "Open the vote" }).click();
    expect(await appears(confirm.getByText(/confidential contributions/))).toBe(true);
    await confirm.getByRole("button", { name: "Cancel" }).click();
  });

  test("is opened: the member finds it at home and votes; the coordinator sees that, not how", async () => {
    await anna.getByRole("button", { name: "Change the question" }).click();
    const form = anna.getByRole("dialog", { name: "Change the question" });
    await form.getByLabel("Votes count").selectOption("organisation");
    await form.getByRole("button", { name: "Save as a draft" }).click();
    await goesAway(form);
    await anna.getByRole("button", { name: "Open the vote" }).click();
    await anna.getByRole("dialog").getByRole("button", { name: "Open the vote" }).click();
    await anna.getByRole("button", { name: "Vote", exact: true }).waitFor();
    await member.goto(journey.url);
    await member.getByRole("link", { name: question }).click();
    await member.getByLabel("No", { exact: true }).check();
    await member.getByRole("button", { name: "Vote", exact: true }).click();
    expect(await appears(member.getByRole("button", { name: "Change the vote" }))).toBe(true);
    expect(await violationsOn(member)).toEqual([]);
    const row = anna.getByRole("row", { name: /Voolend/ });
    await row.getByText("Olga Tamm").waitFor();
    expect(await row.getByText("No", { exact: true }).count()).toBe(0);
  });

  test("is closed early once the quorum is reached; the result stays and has its minutes", async () => {
    expect(await anna.getByRole("button", { name: "Close the vote" }).count()).toBe(0);
    await anna.getByLabel("Yes", { exact: true }).check();
    await anna.getByRole("button", { name: "Vote", exact: true }).click();
    await anna.getByRole("button", { name: "Close the vote" }).click();
    await anna.getByRole("dialog").getByRole("button", { name: "Close the vote" }).click();
    expect(await appears(anna.getByText("Not accepted: 11.11% yes, 11.11% no", { exact: false }))).toBe(true);
    expect(await appears(anna.getByRole("row", { name: /Voolend/ }).getByText("No", { exact: true }))).toBe(true);
    expect(await violationsOn(anna)).toEqual([]);
    await anna.getByRole("link", { name: "Minutes" }).click();
    expect(await appears(anna.getByRole("heading", { name: "Minutes of decision 3" }))).toBe(true);
    expect(await violationsOn(anna)).toEqual([]);
    await openQuestion(member);
    expect(await member.getByRole("button", { name: /vote/i }).count()).toBe(0);
  });
});
