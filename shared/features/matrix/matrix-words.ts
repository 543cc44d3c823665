/** What a cell counts: effort in hundredths of person-months, or value in minor units. */
export const matrixMeasures = ["effort", "value"] as const;
export type MatrixMeasure = (typeof matrixMeasures)[number];

/** What the columns are: the streams of the project, or its reporting periods (read only). */
export const matrixAxes = ["project", "period"] as const;
export type MatrixAxis = (typeof matrixAxes)[number];

/**
 * What a new figure does to the one line of a cell: the own standing offer is changed, the other side's is countered, a
 * change of an agreed line is proposed, or the own proposed change gets other figures.
 */
export const lineActs = ["revise", "counter", "amend", "reword"] as const;
export type LineAct = (typeof lineActs)[number];

/** What a cell edit will do; `propose` puts a new line on the table, `clear` takes the line or its figure off. */
export const cellActs = [...lineActs, "propose", "clear"] as const;
export type CellAct = (typeof cellActs)[number];

/**
 * Why a cell cannot be edited: nothing is open to changes any more, it is not the reader's to write, several lines stand in
 * it, the other side's change of the line waits for an answer, the line is the other side's to take back, or the text is no amount.
 */
export const cellProblems = ["locked", "not-yours", "several", "waiting", "not-clearable", "unreadable"] as const;
export type CellProblem = (typeof cellProblems)[number];
