import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { TFunction } from "i18next";
import classes from "#client/features/matrix/matrix.module.css";
import { faultText } from "#client/lib/fault-text.ts";

const toastId = "matrix";

/** Says how many cells were written and why others were not; what is plain to see in one cell is not repeated. */
export function tellOutcome(done: number, refused: readonly string[], t: TFunction): void {
  if (done <= 1 && refused.length === 0) return;
  const reasons = [...new Set(refused)].map((code) => t(`faults:${code}`, { defaultValue: code }));
  show(t, 10_000, [
    <span key="text">
      {t("matrix:written", { count: done })}
      {refused.length > 0 ? ` ${t("matrix:refused", { count: refused.length })} ${reasons.join(" ")}` : ""}
    </span>,
    <Button key="undo" size="compact-sm" variant="default" onClick={undo}>
      {t("common:undo")}
    </Button>,
  ]);
}

function undo(): void {
  notifications.hide(toastId);
  void import("#client/features/activity/take-back.tsx").then(({ undoLast }) => undoLast());
}

/** Says why nothing was written. */
export function tellFault(error: unknown, t: TFunction): void {
  show(t, 10_000, [<span key="text">{faultText(error, t)}</span>], "red");
}

/** Says why a cell takes nothing. */
export function tellProblem(text: string, t: TFunction): void {
  show(t, 6_000, [<span key="text">{text}</span>]);
}

function show(t: TFunction, autoClose: number, parts: React.ReactNode[], color?: string): void {
  notifications.hide(toastId);
  notifications.show({
    id: toastId,
    message: <span className={classes["toast"]}>{parts}</span>,
    closeButtonProps: { "aria-label": t("common:close") },
    autoClose,
    ...(color === undefined ? {} : { color }),
  });
}
