import { useFormat } from "#client/lib/use-format.ts";
import { EffortText } from "#client/ui/effort-text.tsx";
import { NoValue } from "#client/ui/no-value.tsx";

type Props = { effortPmHundredths: number | null; quantity: string | null; unit: string | null };

/** How much of a contribution: person-months of effort, or a quantity with its unit. */
export function AmountText({ effortPmHundredths, quantity, unit }: Props) {
  const format = useFormat();
  if (effortPmHundredths !== null) return <EffortText pmHundredths={effortPmHundredths} />;
  if (quantity === null) return <NoValue />;
  return (
    <span className="tabular">
      {format.decimal(quantity)} {unit}
    </span>
  );
}
