import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconProgress,
  type Icon,
} from "@tabler/icons-react";
import classes from "#client/ui/state-badge.module.css";

/** What a state means to the reader; feature pages map their states to one of these. */
export type Tone = "draft" | "idle" | "active" | "waiting" | "returned" | "good" | "warning" | "bad";

const icons: Record<Tone, Icon> = {
  draft: IconCircleDashed,
  idle: IconCircle,
  active: IconProgress,
  waiting: IconClock,
  returned: IconArrowBackUp,
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  bad: IconCircleX,
};

type Props = { tone: Tone; children: string };

/** A state as colour, shape and word together, so that none of them has to be seen. */
export function StateBadge({ tone, children }: Props) {
  const Picture = icons[tone];
  return (
    <span className={classes["badge"]} data-tone={tone}>
      <Picture size={15} stroke={2} aria-hidden="true" />
      {children}
    </span>
  );
}
