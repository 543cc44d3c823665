import "#client/app/styles.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startTranslation } from "#client/app/i18n.ts";
import { printInLight } from "#client/app/print-scheme.ts";
import { Providers } from "#client/app/providers.tsx";

const element = document.getElementById("root");
if (element === null) throw new Error("index.html has no #root");

printInLight();
await startTranslation();
createRoot(element).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
