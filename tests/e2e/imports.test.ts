import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { ImportSource } from "#server/imports/parse-files.ts";
import { cordisCsv, participantHeader, participantRows, sampleProjects } from "#tests/support/import-samples.ts";

import { beginJourney, type Journey, setUp } from "./journey.ts";
import { appears } from "./people.ts";

let journey: Journey;
let page: Page;

beforeAll(async () => {
  journey = await beginJourney();
  page = await journey.person();
  await setUp(page, journey);
});
afterAll(() => journey?.end());

const fileOf = ({ name, bytes }: ImportSource) => ({ name, mimeType: "", buffer: Buffer.from(bytes) });
const participants = (name: string) => fileOf(cordisCsv(name, [participantHeader, ...participantRows]));
const main = () => page.getByRole("main");

async function preview(files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.goto(`${journey.url}/imports`);
  await page.locator("input[type=file][multiple]").setInputFiles(files);
  await main().getByRole("button", { name: "Show what would happen" }).click();
  await main().getByText("What was recognised").waitFor();
}

/** How many records of a kind have a fate, as the tiles of the preview say. */
async function countOf(kind: string, fate: string): Promise<string> {
  const tile = main().getByRole("region", { name: kind, exact: true });
  return await tile.locator("dl > div", { hasText: fate }).locator("dd").innerText();
}

describe("consortia come in from files", () => {
  test("a workbook and a CSV file are shown before anything is written", async () => {
    await preview([fileOf(sampleProjects()), participants("participants.csv")]);
    expect(await countOf("Projects", "New")).toBe("2");
    expect(await countOf("Organisations", "New")).toBe("4");
    expect(await countOf("Participations", "New")).toBe("5");
    expect(await appears(main().getByRole("table", { name: "Projects" }).getByText("HEATLOOP"))).toBe(true);
    const other = await page.context().newPage();
    await other.goto(`${journey.url}/projects`);
    expect(await appears(other.getByText("No project yet"))).toBe(true);
    await other.close();
  });

  test("then they are imported and stand as projects with their members", async () => {
    await main().getByRole("button", { name: "Import", exact: true }).click();
    await main().getByText("Imported. Everything was written in one go.").waitFor();
    await main().getByRole("link", { name: "HEATLOOP" }).click();
    await page.getByRole("heading", { name: "HEATLOOP", level: 1 }).waitFor();
    await page.goto(`${page.url()}/members`);
    await main().getByRole("table").getByText("Alpha Oy").waitFor();
    expect(await main().getByRole("table").getByRole("rowheader").count()).toBe(3);
  });

  test("the same files again change nothing", async () => {
    await preview([fileOf(sampleProjects()), participants("participants.csv")]);
    expect(await countOf("Projects", "Same")).toBe("2");
    expect(await countOf("Participations", "New")).toBe("0");
    expect(await appears(main().getByText("Importing changes nothing."))).toBe(true);
  });

  test("a damaged file is refused with its place and nothing is written", async () => {
    const [header, first] = [participantHeader, participantRows[0]!];
    const wrong = [...first.slice(0, 9), "12,34.56,7"];
    await preview([fileOf(sampleProjects()), fileOf(cordisCsv("broken.csv", [header, first, wrong]))]);
    await main().getByText("This cannot be imported").waitFor();
    const problem = main().getByRole("table", { name: "Problems" }).getByRole("row", { name: "broken.csv" }).first();
    expect(await problem.innerText()).toContain("ecContribution");
    expect(await main().getByRole("button", { name: "Import", exact: true }).count()).toBe(0);
  });

  test("an import is taken back from its history", async () => {
    await page.goto(`${journey.url}/imports`);
    const row = main().getByRole("table", { name: "Your imports" }).getByRole("row").filter({ hasText: "Imported" });
    await row.getByRole("button", { name: /^Open/ }).click();
    await main().getByRole("button", { name: "Take this import back" }).click();
    await main().getByText("This import was taken back.").waitFor();
    await page.goto(`${journey.url}/projects`);
    expect(await appears(main().getByText("No project yet"))).toBe(true);
  });
});
