import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, setUp } from "./journey.ts";
import { appears, bringIn, figure, openOrganisation } from "./people.ts";
import { addMember, addStream, propose, startProject } from "./plan-steps.ts";

const canary = "Zinnober recuperator drawings";
const secretAmount = "77,777.77";
const unknownId = "01a00000-0000-7000-8000-000000000000";

let journey: Journey;
let projectUrl = "";
let anna: Page;
let owner: Page;
let other: Page;
let outsider: Page;
/** Everything the server told the other member's pages. */
const told: string[] = [];

beforeAll(async () => {
  journey = await beginJourney();
  anna = await journey.person();
  await setUp(anna, journey);
  await loadSample(anna);
  projectUrl = await startProject(anna, journey.url, "QUIETLOOP", "A loop with one quiet part");
  await anna.goto(`${projectUrl}/members`);
  await addMember(anna, { name: "Voolend OÜ" });
  await addMember(anna, { name: "Fernlend Wärmenetze GmbH" });
  await anna.goto(`${projectUrl}/streams`);
  await addStream(anna, "Heat recovery", "2 · Voolend");
  const role = "Editor";
  const invite = (organisation: string, name: string, email: string) =>
    bringIn(anna, journey, { organisation, name, email, role });
  owner = await invite("Voolend OÜ", "Aino Owner", "aino@voolend.example");
  other = await invite("Fernlend Wärmenetze GmbH", "Berta Other", "berta@fernlend.example");
  outsider = await invite("Zhylulend LLP", "Olzhas Outside", "olzhas@zhylulend.example");
  other.on("response", (answer) => {
    if (!answer.url().includes("/api/trpc") || !answer.headers()["content-type"]?.includes("json")) return;
    void answer.text().then(
      (text) => told.push(text),
      () => undefined,
    );
  });
});
afterAll(() => journey?.end());

async function open(page: Page, place: string): Promise<void> {
  await page.goto(place.startsWith("/") ? journey.url + place : projectUrl + place.slice("project".length));
  await page.getByRole("main").getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle").catch(() => undefined);
}

const total = (page: Page) => page.getByRole("table", { name: "Balance of the members in figures" }).locator("tfoot");

describe("what one member confides to the coordinator", () => {
  test("its owner and the coordinator see and agree it", async () => {
    await open(owner, "project/contributions");
    await propose(owner, { kind: "Effort", title: canary, personMonths: "7", value: "77777.77", isSecret: true });
    await open(other, "project/contributions");
    await propose(other, { kind: "Cash", title: "Pump station", value: "1000" });
    await open(anna, "project/contributions");
    for (const title of [canary, "Pump station"]) {
      await anna.getByRole("table").getByRole("link", { name: title }).click();
      const panel = anna.getByRole("dialog", { name: title });
      await panel.getByRole("button", { name: "Agree", exact: true }).click();
      await panel.getByText("Agreed by Anna Coordinator").waitFor();
      await panel.getByRole("button", { name: "Close" }).click();
    }
    expect(await appears(owner.getByRole("table", { name: "Contributions" }).getByText("Agreed"))).toBe(true);
    expect(await anna.content()).toContain(secretAmount);
  });

  test.each([
    "/",
    "/projects",
    "project",
    "project/streams",
    "project/members",
    "project/contributions",
    "project/updates",
    "project/milestones",
    "project/exports",
    "project/activity",
  ])("another member's %s does not hold it", async (place) => {
    await open(other, place);
    const shown = await other.content();
    expect(shown).toContain("Fernlend");
    expect(shown).not.toContain(canary);
    expect(shown).not.toMatch(/77[,.\s]?777|77\.8K/);
  });

  test("neither do the pages of its owner and its stream, a search, nor any answer of the server", async () => {
    await openOrganisation(other, journey, "Voolend OÜ");
    await other.waitForLoadState("networkidle").catch(() => undefined);
    const pages = [await other.content()];
    await open(other, "project/streams");
    await other.getByRole("table").getByRole("link", { name: "S1" }).click();
    await other.getByRole("heading", { name: /Heat recovery/, level: 1 }).waitFor();
    pages.push(await other.content());
    await open(other, "project/contributions?q=Zinnober");
    await other.getByText("Nothing found").waitFor();
    pages.push((await other.content()).replaceAll("q=Zinnober", ""));
    for (const shown of pages) expect(shown).not.toContain(canary);
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((answer) => answer.includes(canary) || answer.includes("7777777"))).toEqual([]);
  });

  test("sums that would give it away are called confidential, to its owner they are told", async () => {
    await open(other, "project/contributions");
    expect(await total(other).getByRole("cell").allInnerTexts()).toContain("Confidential");
    const row = other.getByRole("row", { name: /^Voolend/ });
    expect(await row.first().getByRole("cell").first().innerText()).toBe("Confidential");
    await open(owner, "project/contributions");
    expect(await total(owner).getByRole("cell").first().innerText()).toBe("€78,777.77");
    await open(other, "project");
    expect(await figure(other, "Agreed").innerText()).toBe("Confidential");
  });
});

const answerTo = (procedure: string, projectId: string) =>
  outsider.evaluate(
    async ([path, id]) => {
      const input = encodeURIComponent(JSON.stringify({ projectId: id }));
      const answer = await fetch(`/api/trpc/${path}?input=${input}`, { headers: { "x-consortia": "1" } });
      const text = await answer.text();
      return { status: answer.status, text: text.replace(/"requestId":"[^"]+"/, '"requestId":""') };
    },
    [procedure, projectId],
  );

describe("who has no part in a project", () => {
  test.each([
    "project.show",
    "project.overview",
    "stream.list",
    "participant.list",
    "contribution.list",
    "period.list",
  ])("is told by %s exactly what an unknown number is told", async (procedure) => {
    const known = await answerTo(procedure, projectUrl.split("/").at(-1)!);
    expect(known.status).toBe(404);
    expect(known).toEqual(await answerTo(procedure, unknownId));
  });

  test("sees the same page at its address as at one that leads nowhere", async () => {
    const textAt = async (url: string) => {
      await outsider.goto(url);
      await outsider.getByRole("heading", { name: "Nothing here for you" }).waitFor();
      return await outsider.getByRole("main").innerText();
    };
    const atProject = await textAt(`${projectUrl}/contributions`);
    expect(atProject).toBe(await textAt(`${journey.url}/projects/${unknownId}/contributions`));
    await outsider.goto(`${journey.url}/projects`);
    await outsider.getByRole("heading", { name: "Projects", level: 1 }).waitFor();
    expect(await outsider.getByText("QUIETLOOP").count()).toBe(0);
  });
});

const opener = (page: Page, text: string) => page.getByRole("main").getByRole("button", { name: text });
const field = (page: Page) => page.getByRole("main").getByRole("textbox", { name: "Title" });

describe("two browsers and one field", () => {
  test("the later one sees both texts and loses nothing", async () => {
    const second = await journey.person();
    await second.context().addCookies(await anna.context().cookies());
    for (const page of [anna, second]) await open(page, "project");
    await opener(second, "A loop with one quiet part").click();
    await field(second).fill("Mine: the quiet loop");
    await opener(anna, "A loop with one quiet part").click();
    await field(anna).fill("Theirs: the loud loop");
    await field(anna).press("Enter");
    await opener(anna, "Theirs: the loud loop").waitFor();
    await field(second).press("Enter");
    const conflict = second.getByRole("alert").filter({ hasText: "Nothing was overwritten" });
    await conflict.getByText("Mine: the quiet loop").waitFor();
    expect(await appears(conflict.getByText("Theirs: the loud loop"))).toBe(true);
    await conflict.getByRole("button", { name: "Save mine" }).click();
    expect(await appears(opener(anna, "Mine: the quiet loop"))).toBe(true);
  });
});
