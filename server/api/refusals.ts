import { Fault } from "#shared/fault.ts";

type Refusal = { appCode: string; isHidden: boolean };

/** What kind of "you may not" a thrown fault is: openly, or as if there were nothing; null for every other fault. */
export function refusalIn(cause: unknown): Refusal | null {
  if (!(cause instanceof Fault)) return null;
  const { code, appCode } = cause;
  if (code === "FORBIDDEN") return { appCode, isHidden: false };
  if (code === "NOT_FOUND") return { appCode, isHidden: true };
  // Of many at once every single one was refused.
  if (appCode !== "NOTHING_DONE" || !Array.isArray(cause.present)) return null;
  const codes = (cause.present as { appCode?: unknown }[]).map((each) => each.appCode);
  if (codes.length === 0 || !codes.every((each) => each === "FORBIDDEN" || each === "NOT_FOUND")) return null;
  const isHidden = codes.every((each) => each === "NOT_FOUND");
  return { appCode: isHidden ? "NOT_FOUND" : "FORBIDDEN", isHidden };
}
