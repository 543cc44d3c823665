import { answerParent } from "#server/children/child-answer.ts";

import { parseFiles } from "./parse-files.ts";

// A process of its own: whatever a hostile file does to memory or time, the server goes on.
answerParent(parseFiles);
