import { SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Dates = { sinceOn: string; untilOn: string };
type Props = { dates: Dates; errors: Record<string, string>; onChange: (dates: Dates) => void };

/** First and last day of a membership; empty for always. */
export function MembershipDateFields({ dates, errors, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {(["sinceOn", "untilOn"] as const).map((key) => (
        <TextInput
          key={key}
          type="date"
          label={t(`organisations:membership.${key}`)}
          value={dates[key]}
          onChange={(event) => onChange({ ...dates, [key]: event.currentTarget.value })}
          error={errors[key]}
        />
      ))}
    </SimpleGrid>
  );
}
