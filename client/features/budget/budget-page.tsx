import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { BudgetFileButton } from "#client/features/budget/budget-file-button.tsx";
import { BudgetBody } from "#client/features/budget/budget-body.tsx";
import classes from "#client/features/budget/budget.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { Loading } from "#client/ui/loading.tsx";
import { PageHeader } from "#client/ui/page-header.tsx";

/** The budget under the project's rule book, or any other; every figure opens to how it came about. */
export function BudgetPage() {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const { book } = useSearch({ from: "/projects/$projectId/budget" });
  const found = useQuery(trpc.budget.show.queryOptions({ projectId }));
  const plan = found.data;
  return (
    <div className={classes["page"]}>
      <PageHeader
        title={t("frame:budget")}
        description={t("budget:description")}
        actions={plan ? <BudgetFileButton projectId={projectId} ruleBook={book ?? plan.ruleBook} /> : undefined}
      />
      <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Loading /> : null}
      {plan ? <BudgetBody plan={plan} /> : null}
    </div>
  );
}
