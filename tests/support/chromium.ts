import { existsSync } from "node:fs";

import { chromium } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser for tests: the one CHROMIUM names, the system's, or the one Playwright brought; null when there is none. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM"];
  const places = [...(named === undefined ? [] : [named]), ...usualPlaces, chromium.executablePath()];
  return places.find((place) => existsSync(place)) ?? null;
}
