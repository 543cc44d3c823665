import type { Page } from "playwright-core";

import { addDays } from "#shared/dates.ts";

import { pickOrganisation } from "./people.ts";

/** Starts a project by the short form, its first reporting period ending this month; returns its address. */
export async function startProject(page: Page, url: string, acronym: string, title: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  await page.goto(`${url}/projects`);
  await page.getByRole("button", { name: "New project" }).first().click();
  const form = page.getByRole("dialog", { name: "Start a project" });
  await form.getByLabel("Acronym").fill(acronym);
  await form.getByLabel("Title").fill(title);
  await form.getByLabel("Start").fill(`${addDays(`${today.slice(0, 7)}-15`, -153).slice(0, 7)}-01`);
  await form.getByLabel("Duration in months").fill("18");
  await form.getByRole("button", { name: "Start the project" }).click();
  await page.getByRole("heading", { name: acronym, level: 1 }).waitFor();
  return page.url();
}

type Member = { name: string; isNew?: boolean; isInvited?: boolean };

/** Adds an organisation of the directory, or one that is entered on the way, on the open page of members. */
export async function addMember(page: Page, { name, isNew = false, isInvited = false }: Member): Promise<void> {
  await page.getByRole("button", { name: "Add without a mail" }).click();
  const form = page.getByRole("dialog", { name: "Add a member" });
  if (isNew) {
    await form.getByLabel("Organisation").fill(name);
    await page.getByRole("option", { name: "as a new organisation" }).click();
    const entry = page.getByRole("dialog", { name: "New organisation" });
    await entry.getByLabel("City").fill("Санкт-Петербург");
    await entry.getByRole("button", { name: "Enter organisation" }).click();
    await entry.waitFor({ state: "detached" });
  } else await pickOrganisation(form, page, "Organisation", name);
  if (!isInvited) await form.getByLabel("Record as taking part").check();
  await form.getByRole("button", { name: "Add the member" }).click();
  await form.waitFor({ state: "detached" });
  await page.getByRole("table").getByText(name).first().waitFor();
}

/** Adds a stream on the open page of streams. */
export async function addStream(page: Page, title: string, lead: string): Promise<void> {
  await page.getByRole("button", { name: "Add a stream" }).first().click();
  const form = page.getByRole("dialog", { name: "Add a stream" });
  await form.getByLabel("Title").fill(title);
  await form.getByLabel("Lead").selectOption({ label: lead });
  await form.getByRole("button", { name: "Add the stream" }).click();
  await form.waitFor({ state: "detached" });
  await page.getByRole("table").getByText(title).waitFor();
}

type Proposal = { kind: "Effort" | "Cash"; title: string; personMonths?: string; value: string; isSecret?: boolean };

/** Proposes a line for the own organisation on the open ledger and closes the panel it then stands in. */
export async function propose(page: Page, proposal: Proposal): Promise<void> {
  const { kind, title, personMonths, value, isSecret = false } = proposal;
  await page.getByRole("button", { name: "New contribution" }).first().click();
  const form = page.getByRole("dialog", { name: "New contribution" });
  await form.getByLabel("Kind").selectOption({ label: kind });
  if (kind === "Effort") await form.getByLabel("Stream").selectOption({ index: 1 });
  await form.getByLabel("Title").fill(title);
  if (personMonths !== undefined) await form.getByLabel("Person-months").fill(personMonths);
  await form.getByLabel(kind === "Effort" ? "Value (EUR)" : "Amount (EUR)").fill(value);
  if (isSecret) await form.getByLabel("For the coordinator's eyes only").check();
  await form.getByRole("button", { name: "Propose" }).click();
  await page.getByRole("dialog", { name: title }).getByRole("button", { name: "Close" }).click();
}

/** Takes the next step in the life of the project on its open overview. */
export async function takeStep(page: Page, step: string, state: string): Promise<void> {
  await page.getByRole("button", { name: "Change status" }).click();
  await page.getByRole("menuitem", { name: step }).click();
  await page.getByRole("main").getByText(state, { exact: true }).first().waitFor();
}
