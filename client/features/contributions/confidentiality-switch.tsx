import { useMutation } from "@tanstack/react-query";
import { trpc } from "#client/app/trpc.ts";
import { ConfideSwitch } from "#client/features/contributions/confide-switch.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** Who sees the line; its owner decides, the coordinator reads the decision. */
export function ConfidentialitySwitch({ line }: { line: ContributionDetail }) {
  const confide = useMutation(trpc.contribution.setConfidentiality.mutationOptions());
  const isConfidential = line.confidentiality === "coordinator";
  if (!line.may.setConfidentiality && !isConfidential) return null;
  return (
    <div>
      <ConfideSwitch
        isChecked={isConfidential}
        isDisabled={!line.may.setConfidentiality || confide.isPending}
        onChange={(isChecked) =>
          confide.mutate({
            id: line.id,
            version: line.version,
            confidentiality: isChecked ? "coordinator" : "consortium",
          })
        }
      />
      <FaultAlert error={confide.error} />
    </div>
  );
}
