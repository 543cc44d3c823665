import { Loader, UnstyledButton } from "@mantine/core";
import { IconCheck, IconPencil } from "@tabler/icons-react";
import { type ReactNode, type Ref, useId } from "react";
import classes from "#client/ui/inline-field.module.css";

type Props = {
  ref: Ref<HTMLButtonElement>;
  hint: string;
  phase: string;
  isLong: boolean;
  onOpen: () => void;
  children: ReactNode;
};

/** The value of an inline field as a button that opens it, with a mark for saving and saved. */
export function InlineOpener({ ref, hint, phase, isLong, onOpen, children }: Props) {
  const id = useId();
  return (
    <UnstyledButton
      ref={ref}
      className={classes["value"]}
      data-long={isLong || undefined}
      aria-describedby={id}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key === "F2") onOpen();
      }}
    >
      <span className={classes["text"]}>{children}</span>
      <span id={id} hidden>
        {hint}
      </span>
      {phase === "saving" ? <Loader size={14} aria-hidden="true" /> : null}
      {phase === "saved" ? <IconCheck size={16} className={classes["check"]} aria-hidden="true" /> : null}
      {phase === "idle" ? <IconPencil size={15} className={classes["pencil"]} aria-hidden="true" /> : null}
    </UnstyledButton>
  );
}
