import { ActionIcon, type ActionIconProps } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ComponentPropsWithRef } from "react";
import { Hint } from "#client/ui/hint.tsx";
import { ShortcutKeys } from "#client/ui/shortcut-keys.tsx";
import classes from "#client/ui/icon-button.module.css";

type Props = Omit<ActionIconProps, "children"> &
  Omit<ComponentPropsWithRef<"button">, keyof ActionIconProps | "children"> & {
    icon: Icon;
    label: string;
    keys?: string;
  };

/** A button that is only an icon: its name is spoken and stands in the hint beside its keys. */
export function IconButton({ icon: Picture, label, keys, ...rest }: Props) {
  const hint = (
    <>
      {label}
      {keys === undefined ? null : <ShortcutKeys keys={keys} />}
    </>
  );
  return (
    <Hint label={hint}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        {...rest}
        aria-label={label}
        className={classes["button"] ?? ""}
      >
        <Picture size={19} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
    </Hint>
  );
}
