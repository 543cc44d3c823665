import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { decimalCodec, scaledCodec, textCodec } from "#client/lib/field-codec.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { useFormat } from "#client/lib/use-format.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineFieldBody } from "#client/ui/inline-field-body.tsx";

type Common<Value> = {
  label: string;
  value: Value;
  /** Saves and resolves, or rejects with a fault. After a conflict `present` is the row as it stands: use its version. */
  onSave: (value: Value, present?: PresentRow) => Promise<unknown>;
  canEdit: boolean;
  /** The property of the row that the field shows; finds "theirs" in a conflict. */
  name: string;
  /** How a value reads; each variant has its own way otherwise. */
  format?: (value: Value) => ReactNode;
  /** For a heading that is its own label. */
  isLabelHidden?: boolean;
  maxLength?: number;
};

type TextProps = Common<string | null> & { variant?: "text" | "long-text" | "date" | "decimal" };
type SelectProps = Common<string | null> & { variant: "select"; options: readonly { value: string; label: string }[] };
/** `number` whole numbers, `money` minor units of `currency`, `effort` hundredths of person-months, `share` basis points. */
type NumberProps = Common<number | null> & { variant: "number" | "effort" | "share" };
type MoneyProps = Common<number | null> & { variant: "money"; currency: string };

type Props = TextProps | SelectProps | NumberProps | MoneyProps;

/** A value that is edited where it stands: Enter, F2 or a click begins, Enter or leaving saves, Esc restores. */
export function InlineField(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (props.variant) {
    case "money":
      return (
        <InlineFieldBody
          {...props}
          codec={scaledCodec(minorPlaces(props.currency))}
          unit={props.currency}
          write={(cents) => format.money(cents, props.currency)}
        />
      );
    case "effort":
      return (
        <InlineFieldBody {...props} codec={scaledCodec(2)} unit={t("ui:personMonthsShort")} write={format.effort} />
      );
    case "share":
      return <InlineFieldBody {...props} codec={scaledCodec(2)} unit="%" write={format.share} />;
    case "number":
      return <InlineFieldBody {...props} codec={scaledCodec(0)} write={format.count} />;
    case "date":
      return <InlineFieldBody {...props} variant="date" codec={textCodec} write={format.day} />;
    case "select":
      return (
        <InlineFieldBody
          {...props}
          codec={textCodec}
          write={(value) => props.options.find((option) => option.value === value)?.label ?? value}
        />
      );
    case "decimal":
      return <InlineFieldBody {...props} variant="decimal" codec={decimalCodec} write={format.decimal} />;
    default:
      return (
        <InlineFieldBody {...props} variant={props.variant ?? "text"} codec={textCodec} write={(value) => value} />
      );
  }
}
