import { useCallback, useEffect, useRef, useState } from "react";
import { faultOf } from "#client/lib/fault.ts";
import type { FieldCodec } from "#client/lib/field-codec.ts";

/** Where an inline field stands; in "editing", "unreadable", "failed" and "conflict" the typed text is on screen. */
type Phase = "idle" | "editing" | "unreadable" | "saving" | "saved" | "failed" | "conflict";

/** The row as it stands on the server after a stale write: the next save goes on top of it. */
export type PresentRow = Readonly<Record<string, unknown>> & { version?: number };

type Options<Value> = {
  value: Value;
  codec: FieldCodec<Value>;
  onSave: (value: Value, present?: PresentRow) => Promise<unknown>;
};

const savedFor = 1500;

/** The phase as state for drawing and at once for events that follow before the next drawing; "saved" passes by itself. */
function usePhase() {
  const [phase, setState] = useState<Phase>("idle");
  const now = useRef<Phase>("idle");
  const setPhase = useCallback((next: Phase) => {
    now.current = next;
    setState(next);
  }, []);
  useEffect(() => {
    if (phase !== "saved") return;
    const timer = setTimeout(() => setPhase("idle"), savedFor);
    return () => clearTimeout(timer);
  }, [phase, setPhase]);
  return { phase, setPhase, isNow: (...phases: Phase[]) => phases.includes(now.current) };
}

/** A save that was not taken: why, with which text, and the row as it stands after a stale write. */
type Refusal = { error: unknown; draft: string; present: PresentRow | undefined };

/** The states of a field edited in place (ux 3.4); never loses what was typed. */
export function useInlineEdit<Value>({ value, codec, onSave }: Options<Value>) {
  const { phase, setPhase, isNow } = usePhase();
  const [draft, setDraft] = useState("");
  const [pending, setPending] = useState<Value>(value);
  // What stood here when the person began: somebody else's text may arrive while he types.
  const [began, setBegan] = useState<Value>(value);
  const [refusal, setRefusal] = useState<Refusal>();

  const send = async (next: Value, over?: PresentRow) => {
    setPending(next);
    setPhase("saving");
    try {
      await onSave(next, over);
      setPhase("saved");
    } catch (reason) {
      const fault = faultOf(reason);
      setRefusal({ error: reason, draft, present: (fault.present ?? undefined) as PresentRow | undefined });
      setPhase(fault.appCode === "STALE" ? "conflict" : "failed");
    }
  };

  const save = (over?: PresentRow) => {
    if (isNow("saving", "idle", "saved")) return;
    const next = codec.read(draft);
    if (next === undefined) return setPhase("unreadable");
    if (over === undefined && (next === value || next === began)) return setPhase("idle");
    if (over === undefined && value !== began) return setPhase("conflict");
    void send(next, over);
  };

  return {
    phase,
    draft,
    error: refusal?.error,
    present: refusal?.present,
    isOpen: phase === "editing" || phase === "unreadable" || phase === "failed" || phase === "conflict",
    /** What to show: the new value already while it is being saved. */
    shown: phase === "saving" || phase === "saved" ? pending : value,
    type: (text: string) => {
      setDraft(text);
      if (isNow("unreadable")) setPhase("editing");
    },
    start: () => {
      if (isNow("saving")) return;
      setDraft(codec.write(value));
      setBegan(value);
      setRefusal(undefined);
      setPhase("editing");
    },
    restore: () => setPhase("idle"),
    save,
    /** Saves when focus leaves, but sends what has just been refused only on request. */
    saveOnLeave: () => {
      if (!isNow("conflict") && !(isNow("failed") && refusal?.draft === draft)) save();
    },
    keepMine: () => save(refusal?.present ?? {}),
  };
}
