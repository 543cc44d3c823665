import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp, violationsOn } from "./journey.ts";
import { appears, bringIn, exactFigure, goesAway } from "./people.ts";

const line = "Operation and sampling";
const sorting = { organisation: "Sortlend Återvinning AB", email: "sara@sortlend.example", name: "Sara Lind" } as const;

let journey: Journey;
/** The coordinator of the sample and a manager of the member whose line is talked about. */
let anna: Page;
let sara: Page;
let projectUrl = "";

beforeAll(async () => {
  journey = await beginJourney();
  anna = await journey.person();
  await setUp(anna, journey);
  projectUrl = await loadSample(anna);
  sara = await bringIn(anna, journey, { ...sorting, role: "Manager" });
});
afterAll(() => journey?.end());

const panel = (page: Page): Locator => page.getByRole("dialog", { name: line });
const agreedValue = async () => {
  await anna.goto(projectUrl);
  return exactFigure(anna, "Agreed");
};

async function openLine(page: Page): Promise<Locator> {
  await page.goto(`${projectUrl}/contributions?q=sampling`);
  await page.getByRole("table", { name: "Contributions" }).getByRole("link", { name: line }).click();
  await panel(page).waitFor();
  return panel(page);
}

const cents = (text: string) => Math.round(Number(text.replaceAll(/[^\d.]/g, "")) * 100);
const choose = (title: string) => anna.getByRole("checkbox", { name: `Choose “${title}”` });

describe("a change of what was agreed", () => {
  let before = "";

  test("waits in the ledger, with old figures beside new ones and nothing in anybody's way", async () => {
    before = await agreedValue();
    await anna.goto(`${projectUrl}/contributions?amended=true`);
    expect(await appears(anna.getByRole("table").getByText("Change proposed"))).toBe(true);
    await openLine(anna);
    const open = panel(anna).getByRole("table", { name: "A change is proposed" });
    expect(await open.getByRole("row", { name: /Value/ }).innerText()).toMatch(/84,000\.00\s+€75,600\.00/);
    expect(await violationsOn(anna)).toEqual([]);
  });

  test("is countered by the coordinator, which moves no figure", async () => {
    await panel(anna).getByRole("button", { name: "Answer with other figures" }).click();
    await panel(anna).getByLabel("Value (EUR)").fill("80000");
    await panel(anna).getByLabel("Reason").last().fill("Half of the samples are still yours.");
    await panel(anna).getByRole("button", { name: "Send the answer" }).click();
    await goesAway(panel(anna).getByRole("button", { name: "Send the answer" }));
    await panel(anna).getByRole("button", { name: "Take the proposal back" }).waitFor();
    expect(await agreedValue()).toBe(before);
  });

  test("is agreed by the member: only now the overview moves, by exactly the difference", async () => {
    const answer = await openLine(sara);
    await answer.getByText("Half of the samples are still yours.").first().waitFor();
    await answer.getByRole("button", { name: "Agree to the change" }).click();
    expect(await appears(answer.getByText("Change agreed by Sara Lind"))).toBe(true);
    expect(cents(before) - cents(await agreedValue())).toBe(400_000);
  });

  test("can be to take the line back; the member declines with a reason, and it stands", async () => {
    const wish = await openLine(anna);
    await wish.getByRole("button", { name: "Propose a change" }).click();
    await wish.getByLabel("Take the contribution back altogether").check();
    expect(await appears(wish.getByText(/Less than what was already accepted as delivered/))).toBe(true);
    await wish.getByRole("button", { name: "Send the proposal" }).click();
    expect(await appears(wish.getByText("Please fill this in."))).toBe(true);
    await wish.getByLabel("Reason").fill("The city does it itself.");
    await wish.getByRole("button", { name: "Send the proposal" }).click();
    const answer = await openLine(sara);
    await answer.getByRole("button", { name: "Decline" }).click();
    const why = sara.getByRole("dialog", { name: "Decline the change?" });
    await why.getByLabel("Reason").fill("It is half done.");
    await why.getByRole("button", { name: "Decline" }).click();
    expect(await appears(answer.getByText("Change declined by Sara Lind"))).toBe(true);
    expect(await appears(panel(anna).getByText("It is half done."))).toBe(true);
  });
});

describe("many lines at once", () => {
  test("are chosen by mouse, with Shift, and by the key x", async () => {
    await anna.goto(`${projectUrl}/contributions?state=agreed`);
    const ticks = anna.getByRole("table", { name: "Contributions" }).getByRole("checkbox");
    await ticks.first().waitFor();
    await ticks.nth(0).click();
    await ticks.nth(3).click({ modifiers: ["Shift"] });
    expect(await appears(anna.getByText("4 lines chosen"))).toBe(true);
    await anna.getByRole("table", { name: "Contributions" }).locator("a[data-row-link]").nth(5).focus();
    await anna.keyboard.press("x");
    expect(await appears(anna.getByText("5 lines chosen"))).toBe(true);
    await anna.getByRole("button", { name: "Choose all on this page" }).click();
    await anna.getByRole("button", { name: "Choose none" }).click();
  });

  test("get the same five per cent proposed, after a look at every figure", async () => {
    await choose("Optical sorters").click();
    await choose("Filter modules").click();
    await anna.getByRole("button", { name: "Change 2 lines by per cent" }).click();
    const dialog = anna.getByRole("dialog", { name: "Propose the same change for many lines" });
    await dialog.getByLabel("Change in per cent").fill("-5");
    expect(await dialog.getByRole("row", { name: /Optical sorters/ }).innerText()).toMatch(
      /540,000\.00[\s\S]*513,000\.00/,
    );
    expect(await violationsOn(anna)).toEqual([]);
    await dialog.getByLabel("Reason").fill("The city's budget is five per cent smaller.");
    await dialog.getByRole("button", { name: "Propose for 2 lines" }).click();
    expect(await appears(anna.getByText("Done for 2 lines."))).toBe(true);
    await sara.goto(`${projectUrl}/contributions?amended=true`);
    await sara.getByRole("checkbox", { name: "Choose “Optical sorters”" }).click();
    await sara.getByRole("button", { name: "Agree to 1 change" }).click();
    expect(await appears(sara.getByText("Done for 1 line."))).toBe(true);
    await anna.goto(`${projectUrl}/contributions?q=Optical`);
    expect(await appears(anna.getByRole("table").getByText("€513,000.00"))).toBe(true);
  });
});
