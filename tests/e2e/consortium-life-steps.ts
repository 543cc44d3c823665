import { readFile } from "node:fs/promises";

import type { Locator, Page } from "playwright-core";
import sharp from "sharp";

import { addDays, dayOf, monthEndOn } from "#shared/dates.ts";
import { dayInZone, usualTimeZone } from "#shared/time-zones.ts";

import { colleaguePassword } from "./people.ts";

export const dialog = (page: Page, name: string): Locator => page.getByRole("dialog", { name });

/** Opens a line of the ledger beside it. */
export async function openLine(page: Page, projectUrl: string, title: string): Promise<Locator> {
  await page.goto(`${projectUrl}/contributions`);
  await page.getByRole("table", { name: "Contributions" }).getByRole("link", { name: title }).click();
  await dialog(page, title).waitFor();
  return dialog(page, title);
}

type Guest = { organisation: string; email: string; name: string; message: string };

/** Invites a person of an organisation that is in no directory, in one step, on the open page of members. */
export async function inviteByMail(page: Page, guest: Guest): Promise<void> {
  await page.getByRole("button", { name: "Invite by e-mail" }).click();
  const form = dialog(page, "Invite by e-mail");
  await form.getByRole("button", { name: "It is not in the directory" }).click();
  await form.getByRole("textbox", { name: "Legal name" }).fill(guest.organisation);
  await form.getByLabel("E-mail address of the person").fill(guest.email);
  await form.getByLabel("Name of the person").fill(guest.name);
  await form.getByLabel("A message of your own").fill(guest.message);
  await form.getByRole("button", { name: "Send the invitation" }).click();
  await form.waitFor({ state: "detached" });
}

/** Says on the page of settings that the first period, which ends this month, opens at the beginning of this day. */
export async function openPeriodToday(page: Page, projectUrl: string): Promise<void> {
  const now = Date.now();
  const today = dayInZone(now, usualTimeZone);
  const endsOn = monthEndOn(`${dayOf(now).slice(0, 7)}-01`, 1);
  let days = 0;
  while (addDays(endsOn, days) > today) days -= 1;
  while (addDays(endsOn, days) < today) days += 1;
  await page.goto(`${projectUrl}/updates?tab=ask`);
  await page.getByLabel("Opens, days after the end").fill(String(days));
  await page.getByLabel("Remind, days before the due day").fill("");
  await page.getByLabel("At", { exact: true }).selectOption("00:00");
  await page.getByRole("switch", { name: "Monday to Friday only" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The period opens; whoever owes a report is asked.").waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll("button")].some(({ textContent, disabled }) => textContent === "Save" && disabled),
  );
}

/** A photo as a phone would send it. */
export async function photo(): Promise<Buffer> {
  const background = { r: 20, g: 90, b: 120 };
  return await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** The amounts of the project as a whole on the page of plan and actual: agreed, delivered, forecast. */
export async function planAndActual(page: Page, projectUrl: string, unit: "value" | "effort"): Promise<string[]> {
  await page.goto(`${projectUrl}/forecast?unit=${unit}`);
  const rows = page.getByRole("table", { name: "By period" }).locator("tbody[data-look=total] tr");
  await rows.first().waitFor();
  const sums = await rows.locator("td:first-of-type").allInnerTexts();
  return sums.slice(0, 3);
}

type Todo = { items: { contributionId: string; update: { version: number } | null }[]; periodId: string };

/** The code with which the server refuses a new text for the first report, sent from the page past all forms. */
export async function refusalOfSaving(page: Page, projectUrl: string): Promise<string> {
  return await page.evaluate(async (projectId) => {
    const headers = { "content-type": "application/json", "x-consortia": "1", "idempotency-key": crypto.randomUUID() };
    const input = encodeURIComponent(JSON.stringify({ projectId }));
    const read = await fetch(`/api/trpc/update.todo?input=${input}`, { headers });
    const { items, periodId } = ((await read.json()) as { result: { data: Todo } }).result.data;
    const [{ contributionId, update } = { contributionId: "", update: null }] = items;
    const report = { contributionId, periodId, version: update?.version ?? null, patch: { text: "Later." } };
    const answer = await fetch("/api/trpc/update.save", { method: "POST", headers, body: JSON.stringify(report) });
    const text = await answer.text();
    return /"appCode":"([^"]+)"/.exec(text)?.[1] ?? `${answer.status} ${text}`;
  }, projectUrl.split("/").at(-1)!);
}

/** Puts a question to everybody and opens the vote. */
export async function askEverybody(page: Page, projectUrl: string, question: string): Promise<void> {
  await page.goto(`${projectUrl}/decisions`);
  await page.getByRole("button", { name: "New question" }).first().click();
  const form = dialog(page, "New question");
  await form.getByLabel("Question").fill(question);
  await form.getByRole("button", { name: "Save as a draft" }).click();
  await page.getByRole("heading", { name: question, level: 1 }).waitFor();
  await page.getByRole("button", { name: "Open the vote" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Open the vote" }).click();
  await page.getByRole("button", { name: "Vote", exact: true }).waitFor();
}

/** Votes yes on the open page of a question. */
export async function voteYes(page: Page): Promise<void> {
  await page.getByLabel("Yes", { exact: true }).check();
  await page.getByRole("button", { name: "Vote", exact: true }).click();
}

/** Takes the last act back by key, as somebody does who is in no field. */
export async function undo(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("Control+z");
  await page.getByText("Taken back.").waitFor();
}

/** Opens a stream from the open list and removes it. */
export async function removeStream(page: Page, title: string): Promise<void> {
  await page.getByRole("table").getByRole("row").filter({ hasText: title }).getByRole("link").first().click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: title }).waitFor();
  await page.getByRole("button", { name: "Remove" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove the stream" }).click();
  await page.getByText("Removed.").waitFor();
}

/** Puts something back from the bin of the project. */
export async function restoreFromBin(page: Page, projectUrl: string, title: string): Promise<void> {
  await page.goto(`${projectUrl}/bin`);
  await page.getByRole("row").filter({ hasText: title }).getByRole("button", { name: "Put back" }).click();
  await page.getByText("It is back.").waitFor();
}

type Fields = Record<string, string>;

async function fill(form: Locator, fields: Fields): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
}

/** Answers a line that is open beside the ledger with other figures. */
export async function counter(panel: Locator, fields: Fields): Promise<void> {
  await panel.getByRole("button", { name: "Answer with other figures" }).click();
  await fill(panel, fields);
  await panel.getByRole("button", { name: "Send the answer" }).click();
}

/** Writes the report of a line on a phone; what is still to come stands behind a question. */
export async function writeReport(card: Locator, fields: Fields): Promise<void> {
  const isForecast = Object.keys(fields).some((label) => label.startsWith("Still to come"));
  if (isForecast) await card.getByText("Something else is still to come than agreed?").tap();
  await fill(card, fields);
}

/** Opens the letter of an invitation and accepts it with a password of one's own. */
export async function acceptLetter(page: Page, letter: string, acronym: string): Promise<void> {
  await page.goto(/^https?:\/\/\S+$/m.exec(letter)?.[0] ?? "");
  await page.getByRole("heading", { name: `Invitation to ${acronym}`, level: 1 }).waitFor();
  await page.getByLabel("New password").fill(colleaguePassword);
  await page.getByRole("button", { name: "Create the account and accept" }).click();
  await page.getByRole("heading", { name: acronym, level: 1 }).waitFor();
}

/** Reads the project as a member sees it, from the open page of members. */
export async function viewAs(page: Page, organisation: string, acronym: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${organisation}` }).click();
  await page.getByRole("menuitem", { name: `View as ${organisation}` }).click();
  await page.getByText(`You see ${acronym} as ${organisation} sees it`).waitFor();
}

/** Looks at a picture beside a report and loads it down; its first three bytes in hexadecimal digits. */
export async function openPhoto(page: Page, card: Locator, name: string): Promise<string> {
  const picture = card.getByRole("img", { name: `Picture ${name}` });
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  const coming = page.waitForEvent("download");
  await card.getByRole("link", { name, exact: true }).click();
  const file = await readFile(await (await coming).path());
  return file.subarray(0, 3).toString("hex");
}

/** What is typed on the phone while there is no network. */
export const cellarReports = {
  work: {
    "Delivered, person-months": "4.5",
    "Delivered, EUR": "36000.50",
    "Still to come, person-months": "6.25",
    "Still to come, EUR": "48000.25",
    "What was done": "Basic design is ready.",
  },
  fees: { "Delivered, EUR": "5000.25", "What was done": "First instalment paid." },
};

/** Agreed, delivered, forecast and effort of a member as the overview tells them. */
export async function balanceOf(page: Page, member: RegExp): Promise<string[]> {
  const row = page.getByRole("table", { name: "Balance of the members" }).getByRole("row", { name: member });
  return (await row.getByRole("cell").allInnerTexts()).slice(0, 4);
}
