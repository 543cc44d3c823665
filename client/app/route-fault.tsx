import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { UnknownPage } from "#client/app/unknown-page.tsx";
import { faultOf } from "#client/lib/fault.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

/** In place of a page that could not be shown; what is not there or not open reads the same. */
export function RouteFault({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  if (faultOf(error).appCode === "NOT_FOUND") return <UnknownPage />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <FaultAlert error={error} onRetry={retry} />;
}
