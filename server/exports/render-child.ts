import { answerParent } from "#server/children/child-answer.ts";

import { renderExport } from "./render.ts";

// A process of its own: whatever a document does to memory or to the layout engine, the server goes on.
answerParent(renderExport);
