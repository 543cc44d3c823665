import { Button, Checkbox, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/exports/exports.module.css";
import { type HorizonTableKey, horizonTables } from "#shared/features/exports/export-words.ts";

type Props = { chosen: readonly HorizonTableKey[]; onChoose: (tables: readonly HorizonTableKey[]) => void };

/** Which of the tables of a proposal go into the file. */
export function HorizonTableChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const isAll = chosen.length === horizonTables.length;
  return (
    <Checkbox.Group
      label={t("exports:tablesLabel")}
      description={t("exports:tablesHint")}
      value={[...chosen]}
      onChange={(values) => onChoose(horizonTables.filter((key) => values.includes(key)))}
      error={chosen.length === 0 ? t("exports:tablesNone") : null}
    >
      <div className={classes["list"]}>
        {horizonTables.map((key) => (
          <Checkbox key={key} value={key} label={`${key} ${t(`exports:table.${key.replace(".", "_")}`)}`} />
        ))}
      </div>
      <Group mt="xs">
        <Button variant="default" size="compact-sm" onClick={() => onChoose(isAll ? [] : horizonTables)}>
          {t(isAll ? "exports:tablesChooseNone" : "exports:tablesChooseAll")}
        </Button>
      </Group>
    </Checkbox.Group>
  );
}
