import { Button, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLoadSample } from "#client/features/samples/use-load-sample.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import classes from "#client/features/accounts/accounts.module.css";

/** How to begin: with a filled example to look around in, or with nothing. */
export function SetupChoiceList() {
  const { t } = useTranslation();
  const load = useLoadSample();
  return (
    <Stack gap="md">
      <FaultAlert error={load.error} />
      <div className={classes["choices"]}>
        <section className={classes["choice"]}>
          <h2>{t("accounts:setup.sampleTitle")}</h2>
          <p>{t("accounts:setup.sampleText")}</p>
          <Button onClick={() => load.mutate()} loading={load.isPending || load.isSuccess}>
            {t("samples:load")}
          </Button>
        </section>
        <section className={classes["choice"]}>
          <h2>{t("accounts:setup.emptyTitle")}</h2>
          <p>{t("accounts:setup.emptyText")}</p>
          <Button component={Link} to="/" variant="default" disabled={load.isPending || load.isSuccess}>
            {t("accounts:setup.startEmpty")}
          </Button>
        </section>
      </div>
    </Stack>
  );
}
