import { Anchor, Drawer } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type MatrixTexts, rowText } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import { StateBadge } from "#client/ui/state-badge.tsx";
import { contributionTones } from "#client/features/contributions/contribution-tones.ts";
import { cellProblem } from "#shared/features/matrix/edit-plan-rules.ts";
import { cellsByPlace, placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix } from "#shared/features/matrix/matrix.ts";

type Props = {
  matrix: Matrix;
  texts: MatrixTexts;
  opened: { participantId: string; columnId: string | null } | null;
  onClose: () => void;
};

/** The lines of one cell, each opening in the ledger, where it is changed and answered. */
export function CellLinePanel({ matrix, texts, opened, onClose }: Props) {
  const { t } = useTranslation();
  const row = matrix.rows.find(({ participantId }) => participantId === opened?.participantId);
  const column = matrix.columns.find(({ id }) => opened !== null && id === opened.columnId);
  const cell = opened ? cellsByPlace(matrix).get(placeKey(opened.participantId, opened.columnId)) : undefined;
  const lines = cell?.lines ?? [];
  const problem = row === undefined ? null : cellProblem(matrix, row.mayEdit, cell);
  return (
    <Drawer
      opened={opened !== null}
      onClose={onClose}
      position="right"
      title={`${row ? rowText(row) : ""} – ${column ? texts.column(column) : ""}`}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {problem === null ? null : <p>{t(`matrix:problem.${problem}`)}</p>}
      {lines.length === 0 ? <p>{t("matrix:noLines")}</p> : null}
      <ul className={classes["cellLines"]}>
        {lines.map(({ id, title, kind, state, amount, amendment }) => (
          <li key={id}>
            <Anchor
              component={Link}
              to="/projects/$projectId/contributions"
              params={{ projectId: matrix.projectId } as never}
              search={{ selected: id } as never}
            >
              {title}
            </Anchor>
            <span className={classes["cellLine"]}>
              <StateBadge tone={contributionTones[state]}>{t(`contributions:state.${state}`)}</StateBadge>
              {t(`contributions:kind.${kind}`)}
              <strong className="tabular">{amount === null ? t("matrix:noAmount") : texts.show(amount)}</strong>
              {amendment === null
                ? null
                : amendment.amount === null
                  ? t("matrix:changeProposed")
                  : t("matrix:proposedInstead", { amount: texts.show(amendment.amount) })}
            </span>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
