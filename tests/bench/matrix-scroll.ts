// Interaction to next paint of the matrix in a real browser: 50 participants × 200 streams, arrows, scrolling and typing.
// node tests/bench/matrix-scroll.ts <project address> <file with the storage state of a signed-in browser>
import { chromium } from "playwright-core";

import { findChromium } from "#tests/support/chromium.ts";

const [address = "", state = ""] = process.argv.slice(2);
const executablePath = findChromium();
if (executablePath === null) throw new Error("Needs Chromium");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, storageState: state });
const page = await context.newPage();
// What the server tells is made as large as the bench wants it; the page is the real one.
await page.route(/matrix\.show/, async (route) => {
  const response = await route.fetch();
  const answers: unknown = await response.json();
  for (const answer of [answers].flat() as { result?: { data?: Grown } }[])
    if (answer.result?.data?.rows) grow(answer.result.data);
  await route.fulfill({ response, json: answers });
});
await page.goto(`${address}/matrix`);
await page.getByRole("grid").waitFor();
const size = await page.getByRole("grid").evaluate((grid) => `${grid.ariaRowCount} × ${grid.ariaColCount}`);
await page.evaluate(() => {
  const times: number[] = [];
  Object.assign(window, { times });
  new PerformanceObserver((list) => times.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "event",
    durationThreshold: 16,
    buffered: true,
  } as PerformanceObserverInit);
});
await page.locator("[data-place='0 0']").focus();
const keys = [
  "ArrowRight",
  "ArrowDown",
  "Shift+ArrowDown",
  "PageDown",
  "Control+End",
  "Control+Home",
  "Control+ArrowRight",
  "Control+a",
  "Escape",
];
let presses = 0;
for (let round = 0; round < 12; round += 1)
  for (const key of keys) {
    await page.keyboard.press(key);
    presses += 1;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
const sorted = times.toSorted((left, right) => left - right);
const drawn = await page.locator("[role=gridcell]").count();
console.log(
  `${size} (with head and totals): ${presses} keys, event to next paint: longest ${sorted.at(-1) ?? "< 16"} ms, p95 ${sorted[Math.floor(sorted.length * 0.95)] ?? "< 16"} ms of the ${sorted.length} events over 16 ms; ${drawn} cells drawn`,
);
await browser.close();

type Place = { participantId: string; columnId: string | null };
type Grown = {
  rows: ({ participantId: string } & object)[];
  columns: ({ id: string | null } & object)[];
  cells: (Place & object)[];
};

function id(kind: number, at: number): string {
  return `0190b7a0-0000-7000-800${kind}-${String(at).padStart(12, "0")}`;
}

/** Repeats rows, columns and cells under new ids until there are 50 × 200. */
function grow(matrix: Grown): void {
  const { rows, columns, cells } = matrix;
  matrix.rows = Array.from({ length: 50 }, (_, at) => ({ ...rows[at % rows.length], participantId: id(1, at) }));
  matrix.columns = Array.from({ length: 200 }, (_, at) => ({ ...columns[at % (columns.length - 1)], id: id(2, at) }));
  matrix.cells = matrix.rows.flatMap(({ participantId }, y) =>
    matrix.columns.map(({ id: columnId }, x) => ({ ...cells[(x + y) % cells.length], participantId, columnId })),
  );
}
