import { useTranslation } from "react-i18next";
import { type MatrixTexts, rowText } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import type { RefusedEdit } from "#shared/features/matrix/edit-plan-rules.ts";
import type { Matrix } from "#shared/features/matrix/matrix.ts";

type Props = { matrix: Matrix; texts: MatrixTexts; refused: readonly RefusedEdit[] };

const MOST_LISTED = 20;

/** Which cells of a paste will not be written, and why. */
export function RefusedEditList({ matrix, texts, refused }: Props) {
  const { t } = useTranslation();
  if (refused.length === 0) return null;
  const placeOf = ({ participantId, columnId }: RefusedEdit) => {
    const row = matrix.rows.find((each) => each.participantId === participantId);
    const column = matrix.columns.find(({ id }) => id === columnId);
    return [row ? rowText(row) : "", column ? texts.column(column) : ""].join(" – ");
  };
  return (
    <details open={refused.length <= 5}>
      <summary>{t("matrix:preview.why")}</summary>
      <ul className={classes["refused"]}>
        {refused.slice(0, MOST_LISTED).map((edit) => (
          <li key={`${edit.participantId} ${edit.columnId ?? ""}`}>
            {placeOf(edit)}: {edit.problem === "unreadable" ? `“${edit.text.slice(0, 40)}” ` : ""}
            {t(`matrix:problem.${edit.problem}`)}
          </li>
        ))}
        {refused.length > MOST_LISTED ? (
          <li>{t("matrix:preview.more", { count: refused.length - MOST_LISTED })}</li>
        ) : null}
      </ul>
    </details>
  );
}
