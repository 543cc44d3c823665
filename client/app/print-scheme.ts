const attribute = "data-mantine-color-scheme";

/** Prints in light colours, whatever the screen shows: paper is white. */
export function printInLight(): void {
  const root = document.documentElement;
  let onScreen: string | null = null;
  window.addEventListener("beforeprint", () => {
    onScreen = root.getAttribute(attribute);
    root.setAttribute(attribute, "light");
  });
  window.addEventListener("afterprint", () => {
    if (onScreen !== null) root.setAttribute(attribute, onScreen);
  });
}
