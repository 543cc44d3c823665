import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  acceptLetter,
  askEverybody,
  balanceOf,
  cellarReports,
  counter,
  dialog,
  inviteByMail,
  openLine,
  openPeriodToday,
  openPhoto,
  photo,
  planAndActual,
  refusalOfSaving,
  removeStream,
  restoreFromBin,
  undo,
  viewAs,
  voteYes,
  writeReport,
} from "./consortium-life-steps.ts";
import { beginJourney, type Journey, pageIsKept, setUp } from "./journey.ts";
import { appears, exactFigure, goesAway, mailTo } from "./people.ts";
import { addStream, propose, startProject, takeStep } from "./plan-steps.ts";
const acronym = "WARMQUAY";
const mika = { organisation: "Mikaworks Oy", email: "mika@works.example", name: "Mika Maker" } as const;
const work = "Design of the quay loop";
const fees = "Share of the permit fees";
const question = "Shall the quay be dug up in winter?";
const returned = "Please split the commissioning days off.";

let journey: Journey;
/** The coordinator, the member at the desk, and the member's phone, which is signed in nowhere. */
let anna: Page;
let desk: Page;
let phone: Page;
let projectUrl = "";
let partLink = "";

beforeAll(async () => {
  journey = await beginJourney();
  anna = await journey.person();
  await setUp(anna, journey);
  projectUrl = await startProject(anna, journey.url, acronym, "Warm water for the old quay");
});
afterAll(() => journey?.end());

const openAs = async (page: Page, place: string) => {
  await page.goto(`${projectUrl}${place}`);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
};
const agreed = async () => {
  await openAs(anna, "");
  return await exactFigure(anna, "Agreed");
};
const report = (page: Page, title: string) => page.getByRole("article", { name: title });
const review = async () => openAs(anna, "/updates?tab=review");

describe("a member joins", () => {
  test("invited by mail in one step, it accepts with a password of its own", async () => {
    await openAs(anna, "/members");
    await inviteByMail(anna, { ...mika, message: "We met on the quay." });
    const asked = anna.getByRole("table", { name: "Invitations by e-mail" }).getByRole("row", { name: /Mikaworks/ });
    expect(await appears(asked.getByText("Open"))).toBe(true);
    const letter = await mailTo(journey, mika.email);
    expect(letter.text).toContain("> We met on the quay.");
    desk = await journey.person();
    await acceptLetter(desk, letter.text, acronym);
    expect(await appears(asked.getByText("Accepted"))).toBe(true);
  });

  test("leads a stream; one added by mistake is taken back with Ctrl+Z, another comes back from the bin", async () => {
    await openAs(anna, "/streams");
    const streams = anna.getByRole("main").getByRole("table");
    await addStream(anna, "Quay loop", "2 · Mikaworks Oy");
    await addStream(anna, "Added by mistake", "2 · Mikaworks Oy");
    await undo(anna);
    expect(await goesAway(streams.getByText("Added by mistake"))).toBe(true);
    await addStream(anna, "Heat store", "2 · Mikaworks Oy");
    await removeStream(anna, "Heat store");
    await restoreFromBin(anna, projectUrl, "Heat store");
    await openAs(anna, "/streams");
    expect(await appears(streams.getByText("Heat store"))).toBe(true);
  });
});

describe("lines are agreed by both sides", () => {
  test("proposed, countered with other figures and a reason, agreed", async () => {
    await openAs(desk, "/contributions");
    await propose(desk, { kind: "Effort", title: work, personMonths: "12", value: "96000" });
    await propose(desk, { kind: "Cash", title: fees, value: "12345.67" });
    const seen = await openLine(anna, projectUrl, work);
    await counter(seen, { "Person-months": "10", "Value (EUR)": "80000", Reason: "Two months belong to the network." });
    const offered = await openLine(desk, projectUrl, work);
    await offered.getByText("Two months belong to the network.").first().waitFor();
    await offered.getByRole("button", { name: "Agree", exact: true }).click();
    expect(await appears(seen.getByText(`Agreed by ${mika.name}`))).toBe(true);
    const cash = await openLine(anna, projectUrl, fees);
    await cash.getByRole("button", { name: "Agree", exact: true }).click();
    await cash.getByText("Agreed by Anna Coordinator").waitFor();
    expect(await agreed()).toBe("€92,345.67");
  });

  test("an agreed one is changed: no figure moves before the other side agrees, too", async () => {
    const wish = await openLine(desk, projectUrl, fees);
    await wish.getByRole("button", { name: "Propose a change" }).click();
    await wish.getByLabel("Amount (EUR)").fill("15000");
    await wish.getByLabel("Reason").fill("The fees were raised.");
    await wish.getByRole("button", { name: "Send the proposal" }).click();
    await wish.getByRole("button", { name: "Take the proposal back" }).waitFor();
    expect(await agreed()).toBe("€92,345.67");
    const answer = await openLine(anna, projectUrl, fees);
    await answer.getByText("The fees were raised.").first().waitFor();
    await answer.getByRole("button", { name: "Agree to the change" }).click();
    expect(await appears(wish.getByText("Change agreed by Anna Coordinator"))).toBe(true);
    expect(await agreed()).toBe("€95,000.00");
  });

  test("a mention in a comment reaches the bell and leads to the line", async () => {
    await openLine(desk, projectUrl, work);
    await desk.getByLabel("Your comment").fill("Who measures the flow, @An");
    await desk.getByRole("option", { name: "Anna Coordinator" }).waitFor();
    await desk.getByLabel("Your comment").press("Enter");
    await desk.getByRole("button", { name: "Comment", exact: true }).click();
    await anna.getByRole("link", { name: /Notifications: \d+ unread/ }).click();
    const told = anna
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: `${mika.name} mentioned you` });
    await told.getByRole("link").first().click();
    expect(await appears(dialog(anna, work).getByText("Who measures the flow"))).toBe(true);
  });

  test("a question is decided by the votes of both", async () => {
    await askEverybody(anna, projectUrl, question);
    await desk.goto(journey.url);
    await desk.getByRole("link", { name: question }).click();
    await voteYes(desk);
    await desk.getByRole("button", { name: "Change the vote" }).waitFor();
    // The last vote closes it.
    await voteYes(anna);
    expect(await appears(anna.getByText("Accepted with 100% yes"))).toBe(true);
    expect(await appears(desk.getByText("Accepted with 100% yes"))).toBe(true);
  });

  test("the coordinator looks at the project through the member's eyes and changes nothing there", async () => {
    await openAs(anna, "/members");
    await viewAs(anna, mika.organisation, acronym);
    await openAs(anna, "/contributions");
    await anna.getByRole("table", { name: "Contributions" }).getByRole("link", { name: work }).waitFor();
    expect(await anna.getByRole("button", { name: "New contribution" }).count()).toBe(0);
    await anna.getByRole("button", { name: "Leave" }).click();
    expect(await appears(anna.getByRole("button", { name: "Invite by e-mail" }))).toBe(true);
  });
});

describe("a period is reported", () => {
  test("it opens by itself on its day, and a mail with a personal link and no figures asks the member", async () => {
    await openAs(anna, "");
    await takeStep(anna, "Take up planning", "Planning");
    await takeStep(anna, "Start (or reopen)", "Running");
    await openPeriodToday(anna, projectUrl);
    await journey.restart();
    await expect
      .poll(async () => (await mailTo(journey, mika.email)).subject, { timeout: 20_000 })
      .toMatch(/^Reports asked of you, due /);
    const mail = await mailTo(journey, mika.email);
    expect(mail.text).toMatch(
      new RegExp(`- ${acronym} · ${mika.organisation} · period 1 · due .+ · lines to report: 2`),
    );
    for (const secret of [work, fees, "80,000", "80000", "15,000", "15000"]) expect(mail.text).not.toContain(secret);
    partLink = /https?:\/\/\S+\/part#\S+/.exec(mail.text)?.[0] ?? "";
    expect(partLink).not.toBe("");
  });

  test("the link opens the member's part on a phone without an account, and takes a photo as evidence", async () => {
    phone = await journey.person({ phone: true });
    await phone.goto(partLink);
    await phone.getByRole("heading", { name: mika.organisation, level: 1 }).waitFor();
    expect(await phone.context().cookies()).toEqual([]);
    const camera = report(phone, work).locator("input[type=file][capture]");
    await camera.setInputFiles({ name: "quay.jpg", mimeType: "image/jpeg", buffer: await photo() });
    expect(await appears(report(phone, work).getByText("quay.jpg", { exact: true }))).toBe(true);
    await pageIsKept(phone);
  });

  test("without a network everything is kept over a reload, and handed in as soon as there is one", async () => {
    await phone.context().setOffline(true);
    await writeReport(report(phone, work), cellarReports.work);
    await writeReport(report(phone, fees), cellarReports.fees);
    await phone.getByText(/Offline – 2 changes kept on this phone/).waitFor();
    await phone.reload();
    await phone.getByRole("heading", { name: mika.organisation, level: 1 }).waitFor();
    expect(await report(phone, work).getByLabel("Delivered, EUR").inputValue()).toBe("36000.50");
    await phone.getByRole("button", { name: /^Hand in 2 lines/ }).tap();
    await phone.getByText("2 wait for the network").waitFor();
    await phone.context().setOffline(false);
    expect(await appears(phone.getByRole("heading", { name: "All is handed in. Thank you!" }))).toBe(true);
  });

  test("the coordinator opens the photo, accepts one report and returns the other with a note", async () => {
    await review();
    // What a JPEG begins with.
    expect(await openPhoto(anna, report(anna, work), "quay.jpg")).toBe("ffd8ff");
    await report(anna, fees).getByRole("button", { name: "Accept" }).click();
    await report(anna, fees).getByText("Accepted").waitFor();
    await report(anna, work).getByRole("button", { name: "Return" }).click();
    await report(anna, work).getByLabel("What should be changed?").fill(returned);
    await report(anna, work).getByRole("button", { name: "Return with this note" }).click();
    expect(await appears(report(anna, work).getByText("Returned"))).toBe(true);
  });

  test("the member reads the note on the phone, mends the figures and hands in again", async () => {
    await phone.reload();
    await report(phone, work).getByText(returned).waitFor();
    await report(phone, work).getByLabel("Delivered, person-months").fill("4.25");
    await report(phone, work).getByLabel("Delivered, EUR").fill("34000.50");
    await phone.getByRole("button", { name: /^Hand in 1 line/ }).tap();
    expect(await appears(phone.getByRole("heading", { name: "All is handed in. Thank you!" }))).toBe(true);
  });
});

describe("the last acceptance locks the period", () => {
  test("which takes nothing any more, at the desk, on the phone or past all forms", async () => {
    await review();
    await report(anna, work).getByRole("button", { name: "Accept" }).click();
    expect(await appears(anna.getByText("Closed", { exact: true }))).toBe(true);
    await phone.reload();
    expect(await appears(phone.getByRole("heading", { name: "This period is closed" }))).toBe(true);
    await openAs(desk, "/updates");
    await desk.getByText("Closed", { exact: true }).waitFor();
    await desk.getByText("Basic design is ready.").waitFor();
    expect(await desk.getByRole("main").getByLabel("What was done").count()).toBe(0);
    expect(await refusalOfSaving(desk, projectUrl)).toBe("PERIOD_LOCKED");
  });

  test("with exact figures on the overview, in plan and actual, and for the member alike", async () => {
    expect(await agreed()).toBe("€95,000.00");
    expect(await exactFigure(anna, "Delivered")).toBe("€39,000.75");
    expect(await exactFigure(anna, "Re-forecast")).toBe("€97,000.75");
    expect(await balanceOf(anna, /Mikaworks/)).toEqual(["€95,000.00", "€39,000.75", "€97,000.75", "10 PM"]);
    for (const page of [anna, desk]) {
      expect(await planAndActual(page, projectUrl, "value")).toEqual(["€95,000.00", "€39,000.75", "€97,000.75"]);
      expect(await planAndActual(page, projectUrl, "effort")).toEqual(["10 PM", "4.25 PM", "10.5 PM"]);
    }
  });
});
