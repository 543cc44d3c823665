import { mkdirSync } from "node:fs";
import path from "node:path";

import { programFolder } from "#server/paths.ts";
import { beginJourney, loadSample, setUp } from "#tests/e2e/journey.ts";

// `npm run screenshots`: the pictures of the README, taken of the built program with its sample.
const folder = path.join(programFolder, ".github", "screenshots");
mkdirSync(folder, { recursive: true });

const journey = await beginJourney();
try {
  const page = await journey.person();
  await setUp(page, journey);
  const project = await loadSample(page);
  await page.getByRole("heading", { name: "Streams" }).waitFor();
  await page.screenshot({ path: path.join(folder, "overview.png") });
  const phone = await journey.person({ phone: true, dark: true });
  await phone.context().addCookies((await page.context().storageState()).cookies);
  await phone.goto(`${project}/contributions`);
  await phone.getByRole("heading", { level: 1 }).waitFor();
  await phone.waitForLoadState("networkidle");
  await phone.screenshot({ path: path.join(folder, "phone.png") });
} finally {
  await journey.end();
}
