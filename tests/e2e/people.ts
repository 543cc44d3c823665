import type { Locator, Page } from "playwright-core";
import { vi } from "vitest";

import { type OutboxMail, readOutbox } from "#tests/support/outbox.ts";

import type { Journey } from "./journey.ts";

/** The newest mail to an address, as soon as it stands in the outbox. */
export async function mailTo(journey: Journey, email: string): Promise<OutboxMail> {
  return await vi.waitFor(
    async () => {
      const mail = (await readOutbox(journey.dataDirectory)).findLast(({ to }) => to.includes(email));
      if (mail === undefined) throw new Error(`No mail to ${email} yet`);
      return mail;
    },
    { timeout: 20_000, interval: 100 },
  );
}

/** Opens an organisation's page through the directory's search. */
export async function openOrganisation(page: Page, journey: Journey, name: string): Promise<void> {
  await page.goto(`${journey.url}/organisations`);
  await page.getByRole("main").getByRole("searchbox").fill(name);
  await page.getByRole("table").getByRole("link", { name }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

type Colleague = { organisation: string; email: string; name: string; role: "Manager" | "Editor" | "Viewer" };

/** Gives somebody a seat by e-mail address; returns the link in the mail that he gets. */
export async function giveSeat(page: Page, journey: Journey, colleague: Omit<Colleague, "name">): Promise<string> {
  await openOrganisation(page, journey, colleague.organisation);
  await page.getByLabel("E-mail address of the person").fill(colleague.email);
  await page.getByRole("combobox", { name: "Role", exact: true }).selectOption({ label: colleague.role });
  await page.getByRole("button", { name: "Add the person" }).click();
  await page.getByText(`${colleague.email} was added`).waitFor();
  const mail = await mailTo(journey, colleague.email);
  return /^https?:\/\/\S+$/m.exec(mail.text)?.[0] ?? "";
}

export const colleaguePassword = "seven quiet barges upstream";

/** Brings a colleague in as he would come: invited by mail, in a browser of his own, with a password he chooses. */
export async function bringIn(manager: Page, journey: Journey, colleague: Colleague): Promise<Page> {
  const link = await giveSeat(manager, journey, colleague);
  const page = await journey.person();
  await page.goto(link);
  await page.getByLabel("Your name").fill(colleague.name);
  await page.getByLabel("New password").fill(colleaguePassword);
  await page.getByRole("button", { name: "Set the password and sign in" }).click();
  await page.getByRole("button", { name: `Account of ${colleague.name}` }).waitFor();
  return page;
}

/** Chooses an organisation of the directory in a picker. */
export async function pickOrganisation(form: Page | Locator, page: Page, label: string, name: string): Promise<void> {
  await form.getByLabel(label).fill(name);
  // The last option offers to enter the typed name as a new one and is there before the others have been read.
  await page.getByRole("option", { name }).filter({ hasNotText: "as a new organisation" }).first().click();
}

/** Waits until something is seen; the wait itself fails with what was looked for. */
export async function appears(locator: Locator): Promise<boolean> {
  await locator.first().waitFor();
  return true;
}

/** Waits until something is gone from the page. */
export async function goesAway(locator: Locator): Promise<boolean> {
  await locator.first().waitFor({ state: "detached" });
  return true;
}

/** A figure of the project's overview by its label: the amount that stands in its tile. */
export function figure(page: Page, label: string): Locator {
  const tiles = page.getByRole("main").locator("dl[aria-label='Key figures'] > div");
  return tiles
    .filter({ has: page.locator("dt", { hasText: label }) })
    .locator("dd")
    .first();
}

/** The same to the cent, where the tile shows it rounded. */
export async function exactFigure(page: Page, label: string): Promise<string> {
  return (await figure(page, label).locator("[title]").getAttribute("title")) ?? "";
}
