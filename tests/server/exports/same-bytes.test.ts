import { describe, expect, test } from "vitest";

import { renderInChild } from "#server/exports/render-run.ts";
import { renderExport } from "#server/exports/render.ts";
import { type ExportFormat, exportFormats } from "#shared/features/exports/export-words.ts";
import { projectFileFormat, type ProjectFile } from "#shared/features/exports/project-file.ts";
import { buildSummary } from "#tests/support/build-summary.ts";

const file = { format: projectFileFormat, audience: "internal", generatedAt: 1 } as ProjectFile;

describe("the same summary", () => {
  test("gives the same bytes in every format, now, later and in another process", { timeout: 120_000 }, async () => {
    const summary = buildSummary(60, { language: "ru" });
    const render = (format: ExportFormat) => renderExport({ format, summary, file });
    const now = await Promise.all(exportFormats.map(render));
    // ZIP times count in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    const later = await Promise.all(exportFormats.map(render));
    const elsewhere: Uint8Array[] = [];
    for (const format of exportFormats) elsewhere.push(await renderInChild({ format, summary, file }));
    const same = exportFormats.map((format, index) => {
      const bytes = Buffer.from(now[index] ?? []);
      const others = [later[index], elsewhere[index]].map((other) => Buffer.from(other ?? []).equals(bytes));
      return [format, bytes.length > 0, ...others];
    });
    expect(same).toEqual(exportFormats.map((format) => [format, true, true, true]));
  });

  test.each(exportFormats)("of 2 000 lines is no trouble as %s", { timeout: 120_000 }, async (format) => {
    const bytes = await renderInChild({ format, summary: buildSummary(2_000), file });
    expect(bytes.length).toBeGreaterThan(format === "json" ? 10 : 50_000);
  });
});

describe("a render in a child process", () => {
  test("ends at once when it is cancelled", async () => {
    const controller = new AbortController();
    const rendering = renderInChild(
      { format: "pdf", summary: buildSummary(2_000), file },
      { signal: controller.signal },
    );
    controller.abort(new Error("not wanted any more"));
    await expect(rendering).rejects.toThrow("not wanted any more");
  });

  test("is stopped when it takes too long", async () => {
    const rendering = renderInChild({ format: "pdf", summary: buildSummary(2_000), file }, { longestMs: 1 });
    await expect(rendering).rejects.toMatchObject({ appCode: "EXPORT_TIMEOUT" });
  });

  test("reports a failure without ending this process", async () => {
    const broken = { format: "pdf", summary: { ...buildSummary(1), members: null }, file } as never;
    await expect(renderInChild(broken)).rejects.toThrow(/members|null/);
  });
});
