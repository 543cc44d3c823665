import { answerParent } from "#server/children/child-answer.ts";

import { redrawImage } from "./image-redrawing.ts";

// A process of its own: whatever a hostile picture does to the decoder, the server goes on.
answerParent(redrawImage);
