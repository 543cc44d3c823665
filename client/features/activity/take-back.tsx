import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import type { ReactNode } from "react";
import { forgetAct, lastDone, lastUndone, type OwnAct, placeOf, turnAct } from "#client/app/own-acts.ts";
import { queryClient } from "#client/app/query-client.ts";
import { trpcClient } from "#client/app/trpc.ts";
import classes from "#client/features/activity/activity.module.css";
import { faultOf } from "#client/lib/fault.ts";
import { faultText } from "#client/lib/fault-text.ts";
import type { UndoResult, UndoSkip } from "#shared/features/changes/undo.ts";

const toastId = "take-back";
const offeredFor = 10_000;

/** Takes back the newest act of this tab in the place on screen, and says what came of it. */
export async function undoLast(): Promise<void> {
  await turn(lastDone(placeOf(window.location.pathname)), "activity:undo.nothing");
}

/** Does again what was undone last in the place on screen. */
export async function redoLast(): Promise<void> {
  await turn(lastUndone(placeOf(window.location.pathname)), "activity:undo.nothingAgain");
}

/** Takes back one act, by the group of its changes. */
export async function undoGroup(groupId: string): Promise<void> {
  const place = placeOf(window.location.pathname);
  await turn({ groupId, path: "", place }, "activity:undo.nothing");
}

/** Offers for some seconds to take a removal or a bulk act back. */
export function offerUndo(act: OwnAct): void {
  const verb = act.path.endsWith("Many") ? "many" : (act.path.split(".").at(-1) ?? "");
  show(i18next.t(`activity:undo.did.${verb}`), {
    label: i18next.t("common:undo"),
    run: () => void turn(act, "activity:undo.nothing"),
  });
}

async function turn(act: OwnAct | null, nothing: string): Promise<void> {
  if (act === null) return show(i18next.t(nothing));
  show(i18next.t("activity:undo.working"));
  try {
    const result = await trpcClient.change.undo.mutate({ groupId: act.groupId });
    turnAct(act, result.groupId, result.isRedo);
    tell(act, result);
  } catch (error) {
    const { appCode, present } = faultOf(error);
    if (appCode !== "OFFLINE") forgetAct(act.groupId);
    const reasons = Array.isArray(present) ? reasonsOf(present as UndoSkip[]) : null;
    show(faultText(error, i18next.t), null, { color: "red", detail: reasons });
  } finally {
    void queryClient.invalidateQueries({ refetchType: "active" });
  }
}

function tell(act: OwnAct, { groupId, isRedo, skipped, adjusted }: UndoResult): void {
  const next = { ...act, groupId };
  const outcome = skipped.length > 0 ? "partly" : isRedo ? "again" : "back";
  const changed = adjusted.map(({ field, value }) =>
    i18next.t("activity:undo.adjusted", {
      field: i18next.t(`activity:fields.${field}`, { defaultValue: field }),
      value: value ?? i18next.t("activity:empty"),
    }),
  );
  show(
    i18next.t(`activity:undo.${outcome}`),
    {
      label: i18next.t(isRedo ? "common:undo" : "activity:undo.redo"),
      run: () => void turn(next, "activity:undo.nothing"),
    },
    { detail: [reasonsOf(skipped), ...changed].filter(Boolean).join(" ") },
  );
}

function reasonsOf(skipped: readonly UndoSkip[]): string {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return reasons.map((reason) => i18next.t(`activity:undo.reasons.${reason}`)).join(" ");
}

type Action = { label: string; run: () => void };
type Look = { color?: string; detail?: string | null };

function show(text: string, action: Action | null = null, { color, detail }: Look = {}): void {
  const run = () => {
    notifications.hide(toastId);
    action?.run();
  };
  const message: ReactNode = (
    <span className={classes["toast"]}>
      <span>
        {text} {detail}
      </span>
      {action === null ? null : (
        <Button size="compact-sm" variant="default" onClick={run}>
          {action.label}
        </Button>
      )}
    </span>
  );
  const content = {
    id: toastId,
    message,
    closeButtonProps: { "aria-label": i18next.t("common:close") },
    ...(color ? { color } : {}),
    autoClose: action === null ? 6_000 : offeredFor,
  };
  // One message walks through the steps; a new one stands in the place of the former.
  notifications.hide(toastId);
  notifications.show(content);
}
