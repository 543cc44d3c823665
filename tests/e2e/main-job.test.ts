import { readFile } from "node:fs/promises";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { exportFormats } from "#shared/features/exports/export-words.ts";
import { projectFileSchema } from "#shared/features/exports/project-file.ts";
import { isInstalled } from "#tests/support/outside-programs.ts";
import { textOfExport } from "#tests/support/text-of-export.ts";

import { beginJourney, type Journey, loadSample, setUp } from "./journey.ts";
import { appears, bringIn, exactFigure, goesAway } from "./people.ts";
import { addMember, addStream, propose, startProject, takeStep } from "./plan-steps.ts";

const acronym = "NEVALOOP";
const oleg = { organisation: "Voolend OÜ", email: "oleg@voolend.example", name: "Олег Ветров" } as const;
const line = "Process design of the heat loop";
const cash = "Share of the permit fees";
const beginnings = { pdf: "%PDF", docx: "PK", xlsx: "PK", csv: "\u00ef\u00bb\u00bf", json: "{", md: "# " };
const note = "Please split the commissioning days off.";

let journey: Journey;
/** The coordinator's and the member's browser, each on its own page of the same project. */
let anna: Page;
let member: Page;
let projectUrl = "";

beforeAll(async () => {
  journey = await beginJourney();
  anna = await journey.person();
});
afterAll(() => journey?.end());

const openAs = async (page: Page, place: string) => {
  await page.goto(`${projectUrl}/${place}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
};
const report = (page: Page) => page.getByRole("article", { name: line });
const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

describe("a project is planned", () => {
  test("the printed link sets the installation up, one click loads the sample", async () => {
    await setUp(anna, journey);
    await loadSample(anna);
    expect(await appears(anna.getByRole("heading", { name: "Balance of the members" }))).toBe(true);
  });

  test("a short form starts a project that has run for five months", async () => {
    projectUrl = await startProject(anna, journey.url, acronym, "Heat of the river for three harbour quarters");
    expect(await anna.getByRole("heading", { level: 1 }).innerText()).toBe(acronym);
  });

  test("two enterprises of the directory and a new one become members", async () => {
    await openAs(anna, "members");
    await addMember(anna, { name: oleg.organisation, isInvited: true });
    await addMember(anna, { name: "Fernlend Wärmenetze GmbH" });
    await addMember(anna, { name: "Нева Тепло", isNew: true });
    expect(await anna.getByRole("table").getByRole("rowheader").count()).toBe(4);
  });

  test("streams are added, led by a member", async () => {
    await openAs(anna, "streams");
    await addStream(anna, "River heat exchanger", "3 · Fernlend");
    await addStream(anna, "Low-temperature network", "3 · Fernlend");
    expect(await anna.getByRole("table").getByText("Fernlend").count()).toBe(2);
  });

  test("a person of the invited member comes in by the mailed link and accepts", async () => {
    member = await bringIn(anna, journey, { ...oleg, role: "Manager" });
    await member.getByRole("heading", { name: "Voolend", level: 1 }).waitFor();
    await member.getByRole("link", { name: acronym }).first().click();
    await member.getByText("Your organisation is invited").waitFor();
    await member.getByRole("button", { name: "Accept" }).click();
    expect(await goesAway(member.getByText("Your organisation is invited"))).toBe(true);
  });
});

describe("contributions are agreed line by line", () => {
  test("what the member proposes appears in the coordinator's open page by itself", async () => {
    await openAs(anna, "contributions");
    await anna.getByText("No contributions yet").waitFor();
    let loads = 0;
    anna.on("load", () => (loads += 1));
    await openAs(member, "contributions");
    await propose(member, { kind: "Effort", title: line, personMonths: "12", value: "96000" });
    await anna.getByRole("table").getByRole("link", { name: line }).waitFor();
    await propose(member, { kind: "Cash", title: cash, value: "12345.67" });
    await anna.getByRole("table").getByRole("link", { name: cash }).waitFor();
    expect(loads, "the coordinator's page was loaded anew").toBe(0);
  });

  test("the coordinator answers one line with other figures and a reason, the member agrees", async () => {
    await anna.getByRole("table").getByRole("link", { name: line }).click();
    const seen = dialog(anna, line);
    await seen.getByRole("button", { name: "Answer with other figures" }).click();
    await seen.getByLabel("Person-months").fill("10");
    await seen.getByLabel("Value (EUR)").fill("80000");
    await seen.getByLabel("Reason").fill("Two months belong to the network.");
    await seen.getByRole("button", { name: "Send the answer" }).click();
    await member.getByRole("table").getByRole("link", { name: line }).click();
    const offered = dialog(member, line);
    await offered.getByText("Two months belong to the network.").waitFor();
    await offered.getByRole("button", { name: "Agree", exact: true }).click();
    expect(await appears(seen.getByText(`Agreed by ${oleg.name}`))).toBe(true);
    await seen.getByRole("button", { name: "Close" }).click();
  });

  test("another line is agreed as it was proposed", async () => {
    await anna.getByRole("table").getByRole("link", { name: cash }).click();
    await dialog(anna, cash).getByRole("button", { name: "Agree", exact: true }).click();
    expect(await appears(dialog(anna, cash).getByText("Agreed by Anna Coordinator"))).toBe(true);
  });
});

describe("the member reports and the coordinator answers", () => {
  test("the project runs and its first period is asked for", async () => {
    await openAs(anna, "");
    await takeStep(anna, "Take up planning", "Planning");
    await takeStep(anna, "Start (or reopen)", "Running");
    await openAs(anna, "updates");
    expect(await appears(anna.getByLabel("Period", { exact: true }))).toBe(true);
  });

  test("the member's first page asks for the report, which saves itself and is handed in", async () => {
    await member.goto(journey.url);
    await member.getByRole("link", { name: `${acronym} · Period 1` }).click();
    await report(member).getByLabel("Delivered, person-months").fill("4.5");
    await report(member).getByLabel("Delivered, EUR").fill("36000.50");
    await report(member).getByText("Something else is still to come than agreed?").click();
    await report(member).getByLabel("Still to come, person-months").fill("6.25");
    await report(member).getByLabel("Still to come, EUR").fill("48000.25");
    await report(member).getByLabel("What was done").fill("Basic design is ready.");
    await report(member).getByRole("status").getByText("Saved").waitFor();
    await report(member).getByRole("button", { name: "Hand in" }).click();
    expect(await appears(report(member).getByText("Handed in"))).toBe(true);
  });

  test("the coordinator returns it with a note, the member reads it, changes the figures and hands in again", async () => {
    await openAs(anna, "updates?tab=review");
    await report(anna).getByRole("button", { name: "Return" }).click();
    await report(anna).getByLabel("What should be changed?").fill(note);
    await report(anna).getByRole("button", { name: "Return with this note" }).click();
    await report(member).getByText(note).waitFor();
    await report(member).getByLabel("Delivered, person-months").fill("4.25");
    await report(member).getByLabel("Delivered, EUR").fill("34000.50");
    await report(member).getByRole("button", { name: "Hand in" }).click();
    expect(await appears(report(member).getByText("Handed in"))).toBe(true);
  });

  test("the accepted report stands in the exact figures of the overview", async () => {
    await report(anna).getByRole("button", { name: "Accept" }).click();
    await report(anna).getByText("Accepted").waitFor();
    await report(member).getByText("Accepted").waitFor();
    await openAs(anna, "");
    await anna.getByText("What comes next").waitFor();
    expect(await exactFigure(anna, "Agreed")).toBe("€92,345.67");
    expect(await exactFigure(anna, "Delivered")).toBe("€34,000.50");
    expect(await exactFigure(anna, "Re-forecast")).toBe("€94,346.42");
    const row = anna.getByRole("table", { name: "Balance of the members" }).getByRole("row", { name: "Voolend" });
    const [agreed, delivered, forecast, effort, share] = await row.getByRole("cell").allInnerTexts();
    expect([agreed, delivered, forecast, effort]).toEqual(["€92,345.67", "€34,000.50", "€94,346.42", "10 PM"]);
    expect(share).toMatch(/^100(\.0)?%$/);
  });
});

describe("the summary leaves the house", () => {
  const files = new Map<string, Uint8Array>();

  test.each(exportFormats)("as %s from the dialog", async (format) => {
    await anna.getByRole("button", { name: "Export summary" }).first().click();
    const form = dialog(anna, "Export summary");
    await form.locator(`input[type=radio][value=${format}]`).check();
    await form.getByRole("button", { name: "Export", exact: true }).click();
    const coming = anna.waitForEvent("download");
    await form.getByRole("link", { name: "Download" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^${acronym}.*\\.${format}$`, "i"));
    files.set(format, await readFile(await file.path()));
    await form.getByRole("button", { name: "Close" }).click();
    await form.waitFor({ state: "detached" });
  });

  test.each(exportFormats)("the %s file is what it says", (format) => {
    expect(Buffer.from(files.get(format)!).toString("latin1").startsWith(beginnings[format])).toBe(true);
  });

  test.each(exportFormats.filter((format) => format !== "pdf" || isInstalled("pdftotext")))(
    "the %s file holds names in any script and the exact figures",
    (format) => {
      const text = textOfExport(format, files.get(format)!);
      expect(text).toContain(acronym);
      expect(text).toContain("Нева Тепло");
      // The interchange file holds the lines, the others their sum as their language writes it.
      expect(text.replaceAll(/[\s,.€\\]/g, "")).toContain(format === "json" ? "8000000" : "9234567");
    },
  );

  test("the JSON file is a project that can be read in again", () => {
    const file = projectFileSchema.parse(JSON.parse(textOfExport("json", files.get("json")!)));
    expect(file.project.acronym).toBe(acronym);
    expect(file.contributions.map(({ valueCents }) => valueCents)).toEqual([8_000_000, 1_234_567]);
    expect(file.updates.map(({ deliveredCents }) => deliveredCents)).toEqual([3_400_050]);
  });

  test("the history lists them, the activity says who did what for whom", async () => {
    await openAs(anna, "exports");
    await anna.getByRole("table").getByRole("link").first().waitFor();
    expect(
      await anna
        .getByRole("table")
        .getByRole("link", { name: /^Download/ })
        .count(),
    ).toBe(exportFormats.length);
    await openAs(anna, "activity");
    const deed = (who: string, what: string) =>
      anna.getByRole("listitem").filter({ hasText: who }).getByText(what).first();
    await deed(oleg.name, `Contribution “${line}” – proposed`).waitFor();
    await deed("Anna Coordinator", `Contribution “${line}” – countered`).waitFor();
    await deed(oleg.name, `Contribution “${line}” – agreed`).waitFor();
    await deed("Anna Coordinator", `Contribution “${cash}” – agreed`).waitFor();
    await anna.getByText("for Voolend").first().waitFor();
  });
});
