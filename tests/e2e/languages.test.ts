import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { programFolder } from "#server/paths.ts";

import { doors, openPlace, places } from "./addresses.ts";
import { beginJourney, type Journey, loadSample, setUp } from "./journey.ts";
import { appears } from "./people.ts";

type Catalogue = Map<string, string>;

let journey: Journey;
let page: Page;
let projectUrl = "";

beforeAll(async () => {
  journey = await beginJourney();
  page = await journey.person();
  await setUp(page, journey);
  projectUrl = await loadSample(page);
});
afterAll(() => journey?.end());

function textsIn(node: unknown, key: string): [string, string][] {
  if (typeof node === "string") return [[key, node]];
  return Object.entries(node as object).flatMap(([name, inner]) => textsIn(inner, `${key}.${name}`));
}

/** All texts of a language by `feature.key`. */
function catalogueOf(language: string): Catalogue {
  const folder = path.join(programFolder, "client", "locales", language);
  return new Map(
    readdirSync(folder).flatMap((file) =>
      textsIn(JSON.parse(readFileSync(path.join(folder, file), "utf8")), path.basename(file, ".json")),
    ),
  );
}

const english = catalogueOf("en");

/** English texts of the interface that this language says otherwise: on no page of it may they stand alone. */
function foreignTexts(own: Catalogue): Set<string> {
  const spoken = new Set(own.values());
  // The examples in forms are what people wrote in the sample, which stays as it is.
  const texts = [...english].filter(([key, text]) => !key.includes(".example.") && !text.includes("{{"));
  return new Set(texts.map(([, text]) => text).filter((text) => !spoken.has(text)));
}

/** What stands on the page to be read or heard: every text node and every spoken name, hidden ones left out. */
function textsOn(shown: Page): Promise<string[]> {
  return shown.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.checkVisibility()) found.push(node.textContent?.trim() ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [placeholder], [title]")) {
      for (const name of ["aria-label", "placeholder", "title"]) found.push(element.getAttribute(name) ?? "");
    }
    return found.filter((text) => text !== "");
  });
}

/** Titles that people wrote in the sample and that happen to be English words of the interface, too. */
const written = new Set(["Data management plan"]);

const features = [...new Set([...english.keys()].map((key) => key.split(".")[0]))].join("|");
const keyName = new RegExp(`^(?:${features}):[a-zA-Z.-]+$`);

describe.each([
  { language: "ru", name: "Русский" },
  { language: "fi", name: "Suomi" },
])("in $name", ({ language, name }) => {
  const own = catalogueOf(language);
  const say = (key: string) => own.get(key)!;

  async function readsWell(shown: Page = page): Promise<string[]> {
    await shown.waitForLoadState("networkidle").catch(() => undefined);
    const texts = await textsOn(shown);
    const foreign = foreignTexts(own);
    expect(texts.length).toBeGreaterThan(shown === page ? 20 : 3);
    return texts.filter((text) => !written.has(text) && (foreign.has(text) || keyName.test(text)));
  }

  test("the language is chosen from the top bar and holds for the document", async () => {
    await page.goto(journey.url);
    await page
      .locator("header")
      .getByRole("button", { name: /^(Language|Язык|Kieli)$/ })
      .click();
    await page.getByRole("menuitemradio", { name }).click();
    await page
      .getByRole("navigation", { name: say("frame.navigation") })
      .first()
      .waitFor();
    await page.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
    expect(await page.title()).toContain(say("frame.home"));
  });

  test("the first page", async () => {
    expect(await appears(page.getByRole("heading", { name: say("home.portfolio") }))).toBe(true);
    expect(await readsWell()).toEqual([]);
  });

  test("a project, with what people wrote left as it is", async () => {
    await page.goto(projectUrl);
    await page.getByRole("heading", { name: say("projects.balance.title") }).waitFor();
    expect(await appears(page.getByText("Clean heat and power from residual waste for one city"))).toBe(true);
    expect(await appears(page.getByText("Thermal waste disposal"))).toBe(true);
    expect(await readsWell()).toEqual([]);
  });

  test("its contributions", async () => {
    await page.goto(`${projectUrl}/contributions`);
    await page
      .getByRole("button", { name: say("contributions.new") })
      .first()
      .waitFor();
    expect(await appears(page.getByRole("link", { name: "Coordination and reporting" }))).toBe(true);
    expect(await readsWell()).toEqual([]);
  });

  test("the dialog for an export", async () => {
    await page.goto(`${projectUrl}/exports`);
    await page
      .getByRole("button", { name: say("exports.open") })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: say("exports.open") });
    expect(await appears(dialog.getByText(say("exports.audienceHint.partners")))).toBe(true);
    expect(await readsWell()).toEqual([]);
  });

  test.each(places)("$route at $address", async (place) => {
    await openPlace(page, projectUrl, place);
    expect(await readsWell()).toEqual([]);
  });

  test.each(doors)("$route at $address, not signed in", async (place) => {
    const stranger = await journey.person({ language });
    await openPlace(stranger, projectUrl, place);
    expect(await readsWell(stranger)).toEqual([]);
    await stranger.context().close();
  });

  test("dates and money are written as the language does", async () => {
    await page.goto(`${projectUrl}/contributions`);
    const sum = page
      .getByRole("main")
      .getByText(/234\s000/)
      .first();
    await sum.waitFor();
    expect(await sum.innerText()).toMatch(/^234\s000,00\s€$/);
  });
});
