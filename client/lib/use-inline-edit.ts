import { useEffect, useRef, useState } from "react";
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

/** The states of a field edited in place (ux 3.4); never loses what was typed. */
export function useInlineEdit<Value>({ value, codec, onSave }: Options<Value>) {
  const [phase, setPhaseState] = useState<Phase>("idle");
  const phaseNow = useRef<Phase>("idle");
  const [draft, setDraft] = useState("");
  const [pending, setPending] = useState<Value>(value);
  const [error, setError] = useState<unknown>(null);
  const [present, setPresent] = useState<PresentRow>();
  const failedDraft = useRef<string>(undefined);

  const setPhase = (next: Phase) => {
    phaseNow.current = next;
    setPhaseState(next);
  };

  useEffect(() => {
    if (phase !== "saved") return;
    const timer = setTimeout(() => setPhase("idle"), savedFor);
    return () => clearTimeout(timer);
  }, [phase]);

  const send = async (next: Value, over?: PresentRow) => {
    setPending(next);
    setPhase("saving");
    try {
      await onSave(next, over);
      setPhase("saved");
    } catch (reason) {
      const fault = faultOf(reason);
      failedDraft.current = codec.write(next);
      setError(reason);
      setPresent((fault.present ?? undefined) as PresentRow | undefined);
      setPhase(fault.appCode === "STALE" ? "conflict" : "failed");
    }
  };

  const save = (over?: PresentRow) => {
    if (phaseNow.current === "saving" || phaseNow.current === "idle" || phaseNow.current === "saved") return;
    const next = codec.read(draft);
    if (next === undefined) return setPhase("unreadable");
    if (next === value && over === undefined) return setPhase("idle");
    void send(next, over);
  };

  return {
    phase,
    draft,
    error,
    present,
    isOpen: phase === "editing" || phase === "unreadable" || phase === "failed" || phase === "conflict",
    /** What to show: the new value already while it is being saved. */
    shown: phase === "saving" || phase === "saved" ? pending : value,
    type: (text: string) => {
      setDraft(text);
      if (phaseNow.current === "unreadable") setPhase("editing");
    },
    start: () => {
      if (phaseNow.current === "saving") return;
      setDraft(codec.write(value));
      failedDraft.current = undefined;
      setPhase("editing");
    },
    restore: () => setPhase("idle"),
    save,
    /** Saves when focus leaves, but sends what has just been refused only on request. */
    saveOnLeave: () => {
      if (phaseNow.current === "conflict") return;
      if (phaseNow.current === "failed" && failedDraft.current === draft) return;
      save();
    },
    keepMine: () => save(present ?? {}),
  };
}
