import { faultOf } from "#client/lib/fault.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";

type Save = {
  /** The property that is saved. */
  name: string;
  /** The row as the page showed it. */
  seen: PresentRow & { version: number };
  /** The row the person decided upon after a conflict. */
  present?: PresentRow | undefined;
  send: (version: number) => Promise<unknown>;
};

/**
 * Saves one field on top of the version that was seen. When somebody changed other fields only, it is saved again on
 * top of theirs; when the same field changed, the fault goes to the field, which shows both texts.
 */
export async function saveField({ name, seen, present, send }: Save): Promise<void> {
  try {
    await send(present?.version ?? seen.version);
  } catch (error) {
    const { appCode, present: now } = faultOf(error);
    const theirs = now as PresentRow | null;
    const isTouched = JSON.stringify(theirs?.[name]) !== JSON.stringify((present ?? seen)[name]);
    if (appCode !== "STALE" || theirs?.version === undefined || isTouched) throw error;
    await send(theirs.version);
  }
}
