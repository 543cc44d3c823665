import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { saveField } from "#client/lib/save-field.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { BudgetParticipant } from "#shared/features/budget/budget.ts";

type Props = { row: BudgetParticipant; name: "requestedCents" | "otherIncomeCents"; currency: string };

/** One term of a member in its cell; an empty sum asked for asks for all that is possible. */
export function BudgetTermField({ row, name, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const save = useMutation(trpc.budget.saveTerms.mutationOptions());
  const isRequested = name === "requestedCents";
  const { id: participantId, termsVersion } = row;
  return (
    <InlineField
      variant="money"
      currency={currency}
      name={name}
      isLabelHidden
      label={t(`budget:figure.${isRequested ? "requested-grant" : "other-income"}`)}
      canEdit={row.mayEdit}
      value={row[name]}
      {...(row[name] === null ? { format: () => t("budget:terms.all") } : {})}
      {...(row[name] === null ? {} : { format: (cents: number | null) => format.money(cents ?? 0, currency) })}
      onSave={(cents, present) =>
        saveField({
          name,
          seen: { ...row, version: termsVersion },
          present,
          send: (version) =>
            save.mutateAsync({
              participantId,
              version,
              patch: isRequested ? { requestedCents: cents } : { otherIncomeCents: cents ?? 0 },
            }),
        })
      }
    />
  );
}
