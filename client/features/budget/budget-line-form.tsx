import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { budgetNames } from "#client/features/budget/budget-names.ts";
import { categoryOptions } from "#client/features/budget/category-options.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { BudgetPlan } from "#shared/features/budget/budget.ts";
import { enteredCategories } from "#shared/features/budget/budget-words.ts";
import { parseScaled } from "#shared/scaled.ts";

const blank = { participantId: "", category: "staff", streamId: "", title: "", units: "1", unit: "", price: "" };

/** A cost that is no contribution: whose it is, what it is for, and how much. */
export function BudgetLineForm({ plan, onDone }: { plan: BudgetPlan; onDone: () => void }) {
  const { t } = useTranslation();
  const add = useMutation(trpc.budget.addLine.mutationOptions({ onSuccess: onDone }));
  const members = plan.participants.filter(({ mayEdit }) => mayEdit);
  const [draft, setDraft] = useState({ ...blank, participantId: members[0]?.id ?? "" });
  const texts = fieldTexts(add.error, t);
  const bind = (name: keyof typeof blank, label: string) => ({
    label,
    value: draft[name],
    error: texts[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((was) => ({ ...was, [name]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(costOf(draft, parseScaled(draft.price, minorPlaces(plan.currency)) ?? -1));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          {...bind("participantId", t("budget:by.participant"))}
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput {...bind("title", t("budget:line.title"))} required maxLength={300} data-autofocus />
        <NativeSelect
          {...bind("category", t("budget:by.category"))}
          data={categoryOptions(budgetNames(t, plan, "interreg"))}
        />
        <NativeSelect
          {...bind("streamId", t("budget:line.streamId"))}
          data={[{ value: "", label: t("budget:wholeProject") }, ...streamOptions(plan)]}
        />
        <Group grow align="start">
          <TextInput {...bind("units", t("budget:line.units"))} inputMode="decimal" required />
          <TextInput {...bind("unit", t("budget:line.unit"))} maxLength={40} />
          <TextInput
            {...bind("price", t("budget:line.unitPriceCents"))}
            error={texts["unitPriceCents"]}
            rightSection={plan.currency}
            rightSectionWidth={52}
            inputMode="decimal"
            required
          />
        </Group>
        <FaultAlert error={add.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t("budget:line.add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function streamOptions({ streams }: BudgetPlan) {
  return streams.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }));
}

function costOf({ participantId, title, unit, ...draft }: typeof blank, unitPriceCents: number) {
  const category = enteredCategories.find((each) => each === draft.category) ?? "staff";
  const units = draft.units.replace(",", ".").trim();
  return { participantId, category, title, units, unit, unitPriceCents, streamId: draft.streamId || null };
}
