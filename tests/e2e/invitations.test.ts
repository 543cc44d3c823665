import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp, violationsOn } from "./journey.ts";
import { appears, colleaguePassword, goesAway, mailTo, pickOrganisation } from "./people.ts";
import { startProject } from "./plan-steps.ts";

const grete = "grete@works.example";

let journey: Journey;
let anna: Page;
let guest: Page;
let membersUrl = "";
let sampleUrl = "";

beforeAll(async () => {
  journey = await beginJourney();
  anna = await journey.person();
  await setUp(anna, journey);
  sampleUrl = await loadSample(anna);
  membersUrl = `${await startProject(anna, journey.url, "OPENDOOR", "A project that asks by mail")}/members`;
});
afterAll(() => journey?.end());

async function openForm() {
  await anna.goto(membersUrl);
  await anna.getByRole("button", { name: "Invite by e-mail" }).click();
  return anna.getByRole("dialog", { name: "Invite by e-mail" });
}

const rowOf = (name: string) =>
  anna.getByRole("table", { name: "Invitations by e-mail" }).getByRole("row").filter({ hasText: name });

/** The link of the newest letter to an address whose text says so. */
async function linkTo(email: string, text: string): Promise<string> {
  for (;;) {
    const mail = await mailTo(journey, email);
    if (mail.text.includes(text)) return /^https?:\/\/\S+$/m.exec(mail.text)?.[0] ?? "";
  }
}

describe("inviting somebody new", () => {
  test("an organisation that resembles one of the directory is offered before it is entered twice", async () => {
    const form = await openForm();
    await form.getByRole("button", { name: "It is not in the directory" }).click();
    await form.getByRole("textbox", { name: "Legal name" }).fill("Voolend");
    await form.getByRole("button", { name: /^Use .*Voolend OÜ/ }).click();
    await expect.poll(() => form.getByRole("textbox", { name: "Organisation" }).inputValue()).toBe("Voolend OÜ");
    expect(await violationsOn(anna)).toEqual([]);
  });

  test("one step enters the organisation, asks it and sends the letter", async () => {
    const form = await openForm();
    await form.getByRole("button", { name: "It is not in the directory" }).click();
    await form.getByRole("textbox", { name: "Legal name" }).fill("Greteworks Oy");
    await form.getByLabel("E-mail address of the person").fill(grete);
    await form.getByLabel("Name of the person").fill("Grete Guest");
    await form.getByLabel("A message of your own").fill("Dear Grete,\nwe met in Tartu.");
    expect(await violationsOn(anna)).toEqual([]);
    await form.getByRole("button", { name: "Send the invitation" }).click();
    await form.waitFor({ state: "detached" });
    expect(await appears(rowOf("Greteworks Oy").getByText("Open"))).toBe(true);
    expect(await violationsOn(anna)).toEqual([]);
  });

  test("the letter opens a page that says what it is about; a password leads into the project", async () => {
    const mail = await mailTo(journey, grete);
    expect(mail.text).toContain("> we met in Tartu.");
    guest = await journey.person({ phone: true });
    await guest.goto(await linkTo(grete, "OPENDOOR"));
    await guest.getByRole("heading", { name: "Invitation to OPENDOOR", level: 1 }).waitFor();
    for (const text of ["A project that asks by mail", "Greteworks Oy", "Anna Coordinator", "we met in Tartu."])
      expect(await appears(guest.getByRole("main").getByText(text))).toBe(true);
    expect(await violationsOn(guest)).toEqual([]);
    await guest.getByLabel("New password").fill(colleaguePassword);
    await guest.getByRole("button", { name: "Create the account and accept" }).click();
    await guest.getByRole("heading", { name: "OPENDOOR", level: 1 }).waitFor();
    // Nobody reloads the coordinator's page.
    expect(await appears(rowOf("Greteworks Oy").getByText("Accepted"))).toBe(true);
    expect(await appears(anna.getByRole("table", { name: "Members" }).getByText("Takes part").nth(1))).toBe(true);
  });

  test("a used letter says so", async () => {
    const other = await journey.person({ dark: true });
    await other.goto(await linkTo(grete, "OPENDOOR"));
    await other.getByRole("heading", { name: "This invitation was answered" }).waitFor();
    expect(await violationsOn(other)).toEqual([]);
  });
});

describe("inviting somebody who has an account", () => {
  test("who is signed in with another address can change over; then one tap accepts", async () => {
    const form = await openForm();
    await pickOrganisation(form, anna, "Organisation", "Fernlend Wärmenetze GmbH");
    await form.getByLabel("E-mail address of the person").fill(grete);
    await form.getByRole("button", { name: "Send the invitation" }).click();
    await form.waitFor({ state: "detached" });
    const link = await linkTo(grete, "Fernlend");
    const page = await journey.person({ dark: true });
    await page.context().addCookies(await anna.context().cookies());
    await page.goto(link);
    await page.getByRole("heading", { name: "This invitation is for another address" }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("g•••@w•••.example");
    expect(await page.getByRole("main").innerText()).not.toContain(grete);
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(`${journey.url}/account`);
    await page.context().clearCookies();
    await page.goto(link);
    await page.getByRole("heading", { name: "Sign in to accept" }).waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(grete);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel("Password").first().fill(colleaguePassword);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Accept for Fernlend Wärmenetze GmbH" }).click();
    await page.getByRole("heading", { name: "OPENDOOR", level: 1 }).waitFor();
    expect(await appears(rowOf("Fernlend").getByText("Accepted"))).toBe(true);
  });

  test("an organisation that has people gets the letter to its managers; declining needs one tap", async () => {
    const form = await openForm();
    await pickOrganisation(form, anna, "Organisation", "Greteworks Oy");
    await form.getByText("The invitation goes to its managers").waitFor();
    expect(await form.getByLabel("E-mail address of the person").count()).toBe(0);
    await form.getByLabel("Role", { exact: true }).selectOption({ label: "Subcontractor" });
    await form.getByRole("button", { name: "Send the invitation" }).click();
    await form.waitFor({ state: "detached" });
    expect(await appears(rowOf("Its managers").getByText("Open"))).toBe(true);
    await guest.goto(await linkTo(grete, "role: subcontractor"));
    await guest.getByRole("button", { name: "Decline the invitation" }).click();
    expect(await appears(guest.getByRole("heading", { name: "You declined" }))).toBe(true);
    expect(await appears(rowOf("Its managers").getByText("Declined"))).toBe(true);
  });
});

describe("taking an invitation back", () => {
  test("ends its letter", async () => {
    const form = await openForm();
    await pickOrganisation(form, anna, "Organisation", "Voolend OÜ");
    await form.getByLabel("E-mail address of the person").fill("aino@voolend.example");
    await form.getByRole("button", { name: "Send the invitation" }).click();
    await form.waitFor({ state: "detached" });
    const link = await linkTo("aino@voolend.example", "OPENDOOR");
    await anna.getByRole("button", { name: "Take back: aino@voolend.example" }).click();
    const dialog = anna.getByRole("dialog", { name: "Take the invitation back?" });
    await dialog.getByRole("button", { name: "Take it back" }).click();
    expect(await goesAway(dialog)).toBe(true);
    expect(await appears(rowOf("Voolend").getByText("Taken back"))).toBe(true);
    const page = await journey.person({ language: "fi" });
    await page.goto(link);
    expect(await appears(page.getByRole("heading", { name: "Tämä kutsu on peruttu" }))).toBe(true);
  });
});

describe("two entries of one organisation", () => {
  test("are found on the page and become one, after a look at what comes over", async () => {
    await anna.goto(`${sampleUrl}/members`);
    await anna.getByRole("button", { name: "Invite by e-mail" }).click();
    const form = anna.getByRole("dialog", { name: "Invite by e-mail" });
    await form.getByRole("button", { name: "It is not in the directory" }).click();
    await form.getByRole("textbox", { name: "Legal name" }).fill("Sortlend Återvinning");
    await form.getByLabel("VAT number").fill("SE556677889901");
    await form.getByLabel("E-mail address of the person").fill("sven@sortlend.example");
    await form.getByRole("button", { name: "Send the invitation" }).click();
    await form.waitFor({ state: "detached" });
    const page = await journey.person();
    await page.context().addCookies(await anna.context().cookies());
    await page.goto(`${sampleUrl}/members`);
    const members = page.getByRole("table", { name: "Members" });
    await members.getByRole("link", { name: "Sortlend Återvinning", exact: true }).click();
    await page.getByRole("heading", { name: "Possible duplicates" }).waitFor();
    await page.getByRole("button", { name: /^Merge… with Sortlend/ }).click();
    const dialog = page.getByRole("dialog", { name: "Merge two entries" });
    // This way round both have work in the sample; the other way round nothing stands against it.
    await dialog.getByText("EKOLEND: both take part as Beneficiary").waitFor();
    expect(await dialog.getByRole("button", { name: "Merge", exact: true }).isDisabled()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Keep the other one" }).click();
    await dialog.getByText("This cannot be undone").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Merge", exact: true }).click();
    await page.getByRole("heading", { name: "Sortlend Återvinning AB", level: 1 }).waitFor();
    expect(await appears(page.getByRole("main").getByText("SE556677889901"))).toBe(true);
    expect(await page.getByRole("heading", { name: "Possible duplicates" }).count()).toBe(0);
    expect(await appears(rowOf("Sortlend Återvinning AB"))).toBe(true);
  });
});
