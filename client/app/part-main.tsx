import "#client/app/styles.ts";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadAllTexts, startTranslation } from "#client/app/i18n.ts";
import { PartFrame } from "#client/app/part-frame.tsx";
import { printInLight } from "#client/app/print-scheme.ts";
import { colorSchemeStore, theme, tokens } from "#client/app/theme.ts";
import { PartPage } from "#client/features/part/part-page.tsx";
import { keepPartShell } from "#client/features/part/part-shell.ts";

// The page of personal links stands alone: no session, no router, so that it opens on a phone without a network.
const element = document.getElementById("root");
if (element === null) throw new Error("part.html has no #root");

// A further link opened in the same tab is another part.
window.addEventListener("hashchange", () => location.reload());
printInLight();
await startTranslation();
await loadAllTexts();
createRoot(element).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokens}
      colorSchemeManager={colorSchemeStore}
      defaultColorScheme="auto"
    >
      <PartFrame>
        <PartPage />
      </PartFrame>
    </MantineProvider>
  </StrictMode>,
);
// Once the page stands and has loaded what it is made of.
if (import.meta.env.PROD) setTimeout(() => void keepPartShell(), 1000);
