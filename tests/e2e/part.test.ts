import { encode } from "uqr";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { beginJourney, type Journey, loadSample, pageIsKept, setUp, violationsOn } from "./journey.ts";
import { appears } from "./people.ts";

const before = "Boiler ordered, foundation poured.";
const offline = "Written in the cellar, without any network.";
const mended = "The first half falls into this period.";

let journey: Journey;
let desk: Page;
let phone: Page;
let network: BrowserContext;
let address = "";
let projectId = "";
let periodId = "";

beforeAll(async () => {
  journey = await beginJourney();
  desk = await journey.person();
  await setUp(desk, journey);
  const projectUrl = await loadSample(desk);
  await desk.getByRole("button", { name: "You act for" }).click();
  await desk.getByRole("menuitemradio", { name: /Lendtherm Oy/ }).click();
  await desk.getByRole("button", { name: "You act for Lendtherm" }).waitFor();
  await desk.goto(`${projectUrl}/updates`);
  phone = await journey.person({ phone: true });
  network = phone.context();
});
afterAll(() => journey?.end());

const [empty, returned] = ["Gasification line, 4 t/h", "Test hall with crane"];
const card = (title: string) => phone.getByRole("article", { name: title, exact: true });
const text = (title: string) => card(title).getByLabel("What was done");
const value = (title: string) => card(title).getByLabel(/^Delivered, EUR/);
const heading = () => phone.getByRole("heading", { name: "Lendtherm Oy", level: 1 });

/** How many pixels the page is wider than the screen, which is 360 wide. */
const overflow = () => phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

type Line = { title: string; update: { text: string; state: string; deliveredCents: number | null } | null };

/** What the server holds of a line, as the member's own page reads it. */
async function onServer(title: string): Promise<Line["update"]> {
  const input = encodeURIComponent(JSON.stringify({ projectId, periodId }));
  const items = await desk.evaluate(async (path) => {
    const answer = await fetch(path, { headers: { "x-consortia": "1" } });
    return ((await answer.json()) as { result: { data: { items: Line[] } } }).result.data.items;
  }, `/api/trpc/update.todo?input=${input}`);
  return items.find((item) => item.title === title)?.update ?? null;
}

describe("my part on a phone", () => {
  test("the member gets a picture whose code is the address of the link", async () => {
    const asked = desk.waitForRequest(/part\.picture/);
    await desk.getByRole("button", { name: "Answer on the phone" }).click();
    const sent = (await asked).postDataJSON() as { token: string; projectId: string; periodId: string };
    ({ projectId, periodId } = sent);
    address = `${journey.url}/part#${sent.token}`;
    const dialog = desk.getByRole("dialog", { name: "Answer on the phone" });
    const drawn = await dialog.getByRole("img", { name: "QR code" }).locator("path").getAttribute("d");
    const { data } = encode(address, { ecc: "M", border: 3 });
    const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    expect(drawn).toBe(dots.join(""));
    expect(await violationsOn(desk)).toEqual([]);
    await desk.keyboard.press("Escape");
  });

  test("the link opens the part without signing in, and leaves the address", async () => {
    await phone.goto(address);
    await heading().waitFor();
    expect(phone.url()).toBe(`${journey.url}/part`);
    expect(await network.cookies()).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await violationsOn(phone)).toEqual([]);
  });

  test("what is typed saves itself", async () => {
    await text(empty).fill(before);
    await card(empty)
      .getByRole("status")
      .getByText(/^\s*Saved/)
      .waitFor();
    expect(await onServer(empty)).toMatchObject({ text: before, state: "draft", deliveredCents: null });
    // The page is kept by now, so that it opens without a network.
    await pageIsKept(phone);
  });

  test("without a network everything stays on the phone, also over a reload", async () => {
    await network.setOffline(true);
    await text(empty).fill(offline);
    await text(returned).fill(mended);
    expect(await appears(phone.getByText(/Offline – 2 changes kept on this phone/))).toBe(true);
    expect(await violationsOn(phone)).toEqual([]);
    await phone.reload();
    await heading().waitFor();
    expect(await text(empty).inputValue()).toBe(offline);
    expect(await text(returned).inputValue()).toBe(mended);
  });

  test("a closed tab loses nothing either", async () => {
    await phone.close();
    phone = await network.newPage();
    await phone.goto(address);
    await heading().waitFor();
    expect(await text(empty).inputValue()).toBe(offline);
    expect(await text(returned).inputValue()).toBe(mended);
  });

  test("handing in waits for the network and goes by itself", async () => {
    await card(empty).getByRole("button", { name: "As planned" }).tap();
    const cents = Number((await value(empty).inputValue()).replace(".", ""));
    await phone.getByRole("button", { name: /^Hand in 3 lines/ }).tap();
    await phone.getByText("3 wait for the network").waitFor();
    expect(await onServer(empty)).toMatchObject({ text: before, state: "draft", deliveredCents: null });
    expect(await onServer(returned)).toMatchObject({ state: "returned" });
    await network.setOffline(false);
    for (const title of [empty, returned]) await card(title).getByText("Handed in", { exact: true }).waitFor();
    await phone.getByRole("heading", { name: "All is handed in. Thank you!" }).waitFor();
    expect(await onServer(empty)).toMatchObject({ text: offline, state: "submitted", deliveredCents: cents });
    expect(await onServer(returned)).toMatchObject({ text: mended, state: "submitted" });
    expect(await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("part:")))).toEqual([]);
    expect(await violationsOn(phone)).toEqual([]);
  });

  test("the member sees the link's use and ends it; the page says so", async () => {
    await desk.reload();
    await desk.getByText("Personal links of this period").click();
    await desk.getByText(/opened \d+ times?/).waitFor();
    await desk.getByRole("button", { name: /^End the links of/ }).click();
    await desk.getByText("Personal links of this period").waitFor({ state: "detached" });
    await phone.reload();
    await phone.getByRole("heading", { name: "This link was ended" }).waitFor();
    expect(await phone.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("part:")))).toEqual([]);
    expect(await violationsOn(phone)).toEqual([]);
  });
});

describe("looks", () => {
  test.each([{ dark: true }, { language: "ru-RU" }, { language: "fi-FI" }])("%o", async (look) => {
    const requested = desk.waitForRequest(/part\.picture/);
    await desk.getByRole("button", { name: "Answer on the phone" }).click();
    const asked = await requested;
    await desk.getByRole("img", { name: "QR code" }).waitFor();
    await desk.keyboard.press("Escape");
    const page = await journey.person({ phone: true, ...look });
    await page.goto(`${journey.url}/part#${(asked.postDataJSON() as { token: string }).token}`);
    await page.getByRole("heading", { name: "Lendtherm Oy", level: 1 }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});
