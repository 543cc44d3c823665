import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import classes from "#client/features/imports/imports.module.css";
import type { FateCounts, ImportPreview } from "#shared/features/imports/import.ts";
import { importFates, importKinds } from "#shared/features/imports/import-words.ts";

const isShown = (each: FateCounts) => each.new + each.changed + each.same + each.problem > 0;
const totalOf = (each: FateCounts) => each.new + each.changed + each.same;

/** How many records of each kind are new, changed, the same, or cannot be imported. */
export function ImportCountList({ counts }: { counts: ImportPreview["counts"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes["tiles"]}>
      {importKinds
        .filter((kind) => isShown(counts[kind]))
        .map((kind) => (
          <section key={kind} className={classes["tile"]} aria-label={t(`imports:kind.${kind}`)}>
            <h3 className={classes["tileTitle"]}>
              {t(`imports:kind.${kind}`)} <span className="tabular">{format.count(totalOf(counts[kind]))}</span>
            </h3>
            <dl className={classes["fates"]}>
              {importFates.map((fate) => (
                <div
                  key={fate}
                  className={classes["fate"]}
                  data-fate={fate}
                  data-none={counts[kind][fate] === 0 || undefined}
                >
                  <dt>{t(`imports:fate.${fate}`)}</dt>
                  <dd className="tabular">{format.count(counts[kind][fate])}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </div>
  );
}
