import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";

import { planForAudience } from "#server/exports/gantt/gantt-export.ts";
import { ganttPages, ganttSvg } from "#server/exports/gantt/gantt-files.ts";
import type { GanttModel } from "#server/exports/gantt/gantt-sheet.ts";
import { renderInChild } from "#server/exports/render-run.ts";
import { renderExport } from "#server/exports/render.ts";
import { ganttFormats } from "#shared/features/exports/export-words.ts";
import { projectFileFormat, type ProjectFile } from "#shared/features/exports/project-file.ts";
import { buildSummary } from "#tests/support/build-summary.ts";
import { planOf } from "#tests/shared/features/plan/plan-arbitrary.ts";

const file = { format: projectFileFormat, audience: "internal", generatedAt: 1 } as ProjectFile;
const hostile = 'Тепло </text><script>alert(1)</script> & "quotes" \u0000 #panic()';

function modelOf(tasks: number): GanttModel {
  const plan = planOf({
    streams: 4,
    tasks: Array.from({ length: tasks }, (_, at) => [1 + (at % 30), at % 5 === 4 ? null : 3 + (at % 30)]),
    links: [
      [0, 5],
      [1, 9],
    ],
  });
  const streams = plan.streams.map((stream, at) => (at === 0 ? { ...stream, title: hostile } : stream));
  return { plan: { ...plan, streams }, language: "ru", groupBy: "stream", now: Date.UTC(2026, 10, 23, 12) };
}

function requestOf(format: (typeof ganttFormats)[number]) {
  return { format, summary: buildSummary(1), file, gantt: { model: modelOf(40), paper: "a3" as const } };
}

function pagesOfPdf(bytes: Buffer): number {
  return bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The texts of an SVG file and the names of its elements; throws where it is not well-formed. */
function readSvg(svg: string) {
  const texts: string[] = [];
  const elements = new Set<string>();
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => elements.add(name));
  parser.on("text", (text) => texts.push(text));
  parser.write(svg).close();
  return { texts, elements };
}

describe("the Gantt as a file", () => {
  test.each(ganttFormats)("gives the same bytes now and later (%s)", { timeout: 60_000 }, async (format) => {
    const first = Buffer.from(await renderExport(requestOf(format)));
    const second = Buffer.from(await renderExport(requestOf(format)));
    expect(first.length).toBeGreaterThan(5_000);
    expect(second.equals(first)).toBe(true);
  });

  test.each(["svg", "png"] as const)("is the same in another process (%s)", { timeout: 60_000 }, async (format) => {
    const here = Buffer.from(await renderExport(requestOf(format)));
    const elsewhere = Buffer.from(await renderInChild(requestOf(format)));
    expect(elsewhere.equals(here)).toBe(true);
  });

  // The writer of PDF numbers the fonts of a picture by chance of the process; all else is the same.
  test("has the same size and pages as a PDF of another process", { timeout: 60_000 }, async () => {
    const here = Buffer.from(await renderExport(requestOf("pdf")));
    const elsewhere = Buffer.from(await renderInChild(requestOf("pdf")));
    expect(elsewhere).toHaveLength(here.length);
    expect(pagesOfPdf(here)).toBeGreaterThan(0);
    expect(pagesOfPdf(elsewhere)).toBe(pagesOfPdf(here));
  });

  test("is a well-formed picture in which text stays text", () => {
    const { texts, elements } = readSvg(ganttSvg(modelOf(12)));
    expect([...elements].toSorted()).toEqual(
      ["defs", "g", "line", "path", "pattern", "polyline", "rect", "svg", "text", "title"].toSorted(),
    );
    expect(texts.join("\n")).toContain("</text><script>");
    expect(texts.join("\n")).toContain("Диаграмма Ганта");
    expect(texts.join("\n")).toContain("2026-11-23");
  });

  test("names every task on the one sheet, and on one of the pages", () => {
    const model = modelOf(90);
    const names = model.plan.tasks.map(({ code, title }) => `${code} ${title}`);
    const whole = new Set(readSvg(ganttSvg(model)).texts);
    expect(names.filter((name) => !whole.has(name))).toEqual([]);
    const pages = ganttPages(model, "a4").map((page) => readSvg(page).texts);
    expect(pages.length).toBeGreaterThan(3);
    const shown = pages.flatMap((texts) => texts.filter((text) => names.includes(text)));
    expect(shown.toSorted()).toEqual(names.toSorted());
    for (const texts of pages) expect(texts).toContain("Направление, задача");
  });

  test("cuts a range that is too long for one page into pages side by side", () => {
    const model = modelOf(5);
    const long = { ...model, plan: { ...model.plan, durationMonths: 240 } };
    const pages = ganttPages(long, "a4").map((page) => readSvg(page).texts.join(" "));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain("2026");
    expect(pages.at(-1)).toContain("2045");
  });

  test("tells an audience no more of members and deliverables than the summary does", () => {
    const { plan } = modelOf(8);
    const deliverable = {
      id: "d",
      version: 1,
      streamId: plan.streams[0]?.id ?? "",
      taskId: null,
      number: 1,
      code: "D1.1",
      title: "Sensitive",
      leadParticipantId: null,
      type: "R" as const,
      dueMonth: 3,
      state: null,
      submittedOn: null,
      lateReason: "why",
      mayRevise: false,
      maySubmit: false,
    };
    const both = [
      { ...deliverable, dissemination: "SEN" as const },
      { ...deliverable, id: "e", title: "Open", dissemination: "PU" as const },
    ];
    const known = plan.participants[0]?.id ?? "";
    const members = [{ participantId: known }] as never;
    const cut = planForAudience({ ...plan, deliverables: both }, { audience: "public", members });
    expect(cut.deliverables.map(({ title, lateReason }) => [title, lateReason])).toEqual([["Open", ""]]);
    expect(cut.participants.map(({ id }) => id)).toEqual([known]);
    const leads = new Set([...cut.tasks, ...cut.streams].map(({ leadParticipantId }) => leadParticipantId));
    expect(leads).toEqual(new Set([known, null]));
    const inside = planForAudience({ ...plan, deliverables: both }, { audience: "internal", members });
    expect(inside.deliverables).toHaveLength(2);
  });
});
