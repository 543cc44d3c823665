import type { Locator, Page } from "playwright-core";

const longestWay = 80;

const isFocused = (target: Locator) =>
  target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

/** Goes on with the Tab key until `target` has the focus, as a person without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < longestWay; step += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to ${target.toString()}; it ends on ${await focusedText(page)}`);
}

/** Waits until the focus is on `target`. */
export async function focusReaches(page: Page, target: Locator): Promise<boolean> {
  const element = await target.first().elementHandle();
  await page.waitForFunction((wanted) => document.activeElement === wanted, element);
  return true;
}

/** What has the focus, by its spoken name or text. */
export function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? "";
  });
}

/** Whether what has the focus shows it: an outline, or a border that is not there without it. */
export function isFocusSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || !element.matches(":focus-visible")) return false;
    const look = () => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor].join(" ");
    };
    const focused = look();
    (element as HTMLElement).blur();
    const blurred = look();
    (element as HTMLElement).focus();
    return focused !== blurred;
  });
}
