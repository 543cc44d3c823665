import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import type { ImportSource } from "#server/imports/parse-files.ts";

/** Where real data lies: beside the checkout, or where CONSORTIA_REAL_DATA says. */
export const realFolder = process.env["CONSORTIA_REAL_DATA"] ?? path.join(import.meta.dirname, "../../../shared/data");
export const hasRealData = existsSync(path.join(realFolder, "cordis_project_101190685.xml"));

if (!hasRealData) console.log("Real data is not here: the tests with it are skipped (set CONSORTIA_REAL_DATA).");

const consortiaFolder = "ecsel-2015-2016-2018-2020";

/** A file of the real data as an upload. */
export function realFile(name: string): ImportSource {
  return { name: path.basename(name), bytes: readFileSync(path.join(realFolder, name)) };
}

/** The workbooks of 54 real consortia. */
export function realConsortia(): ImportSource[] {
  return ["participants", "projects", "countries"].map((name) => realFile(`${consortiaFolder}/${name}.xlsx`));
}
