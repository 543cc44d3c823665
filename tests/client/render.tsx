import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import { createInstance } from "i18next";
import type { ReactNode } from "react";
import { I18nextProvider, initReactI18next } from "react-i18next";

import { catalogue as first } from "#client/app/catalogue-en.ts";
import { catalogue as later } from "#client/app/later-catalogue-en.ts";

const resources = Object.fromEntries(
  Object.entries({ ...first, ...later }).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ""), texts]),
);
const i18n = createInstance();
await i18n
  .use(initReactI18next)
  .init({ lng: "en", resources: { en: resources }, interpolation: { escapeValue: false } });

// jsdom lacks what the kit asks of a browser: media queries and news of loaded fonts.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
})) as never;

function dress(part: ReactNode) {
  return (
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">{part}</MantineProvider>
    </I18nextProvider>
  );
}

/** Draws parts as the product does, with the kit and the English texts. */
export function draw(part: ReactNode) {
  const drawn = render(dress(part));
  return { ...drawn, redraw: (next: ReactNode) => drawn.rerender(dress(next)) };
}
