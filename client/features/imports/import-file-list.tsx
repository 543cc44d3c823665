import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import classes from "#client/features/imports/imports.module.css";
import type { ImportPreview } from "#shared/features/imports/import.ts";

type Recognised = ImportPreview["files"][number];
type Table = Recognised["tables"][number];

/** What each file was taken for: format, encoding, separator, and its sheets with the columns that were known. */
export function ImportFileList({ files }: { files: readonly Recognised[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const separatorOf = (sign: string) => t("imports:separator", { sign: sign === "\t" ? t("imports:tab") : sign });

  function columnsOf({ columns }: Table) {
    const known = columns.filter((column) => column.field !== null).map((column) => column.header);
    const others = columns.filter((column) => column.field === null).map((column) => column.header);
    return (
      <>
        {known.length === 0 ? null : <p>{t("imports:columnsKnown", { names: format.list(known) })}</p>}
        {others.length === 0 ? null : <p>{t("imports:columnsOther", { names: format.list(others) })}</p>}
      </>
    );
  }
  return (
    <ul className={classes["recognised"]}>
      {files.map((each) => (
        <li key={each.file}>
          <p className={classes["name"]}>{each.file}</p>
          <p className={classes["facts"]}>
            {[
              t(`imports:format.${each.format}`),
              each.encoding,
              each.separator === null ? null : separatorOf(each.separator),
            ]
              .filter((fact) => fact !== null)
              .join(" · ")}
          </p>
          {each.tables.map((table, index) => (
            <details key={index} className={classes["table"]}>
              <summary>
                {table.sheet === null ? "" : `${table.sheet}: `}
                {t(`imports:content.${table.content}`)}, {t("imports:rows", { count: table.rows })}
              </summary>
              {columnsOf(table)}
            </details>
          ))}
        </li>
      ))}
    </ul>
  );
}
