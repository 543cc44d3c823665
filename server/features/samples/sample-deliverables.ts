import type {
  DeliverableState,
  DeliverableType,
  DisseminationLevel,
} from "#shared/features/deliverables/deliverable-words.ts";

/** A deliverable of the sample; what was handed in came three days before the end of `submittedMonth`. */
type SampleDeliverable = {
  title: string;
  lead: string | null;
  type: DeliverableType;
  level: DisseminationLevel;
  task?: number;
  dueMonth: number | null;
  state: DeliverableState | null;
  submittedMonth?: number;
  lateReason?: string;
  reviewNote?: string;
};

/** Deliverables by stream, numbered as they stand. */
export const sampleDeliverables: Record<string, readonly SampleDeliverable[]> = {
  thermal: [
    {
      title: "Design report of the line",
      lead: "therm",
      type: "R",
      level: "PU",
      task: 1,
      dueMonth: 6,
      state: "accepted",
      submittedMonth: 6,
    },
    {
      title: "Line in trial operation",
      lead: "therm",
      type: "DEM",
      level: "SEN",
      task: 3,
      dueMonth: 20,
      state: "pending",
    },
  ],
  power: [
    {
      title: "Test protocol of the turbine set",
      lead: "turbine",
      type: "R",
      level: "SEN",
      task: 2,
      dueMonth: 15,
      state: "draft",
    },
    {
      title: "Electricity fed into the grid",
      lead: "turbine",
      type: "DEM",
      level: "PU",
      task: 4,
      dueMonth: 18,
      state: "pending",
    },
  ],
  supply: [
    {
      title: "Heat demand by street, open data",
      lead: "heat",
      type: "DATA",
      level: "PU",
      task: 1,
      dueMonth: 10,
      state: "accepted",
      submittedMonth: 11,
      lateReason: "One district delivered its meter readings a month late.",
    },
    {
      title: "Safety case of the store",
      lead: "heat",
      type: "SECURITY",
      level: "R-UE/EU-R",
      task: 2,
      dueMonth: 19,
      state: "pending",
    },
  ],
  sorting: [
    {
      title: "Training pictures of fractions",
      lead: "sorting",
      type: "DATA",
      level: "SEN",
      task: 1,
      dueMonth: 6,
      state: "submitted",
      submittedMonth: 6,
    },
    {
      title: "Fuel quality over three months",
      lead: "dryer",
      type: "R",
      level: "PU",
      task: 3,
      dueMonth: 12,
      state: "returned",
      submittedMonth: 12,
      reviewNote: "The moisture of the second month is missing.",
    },
  ],
  air: [
    {
      title: "Emission limits and how they are met",
      lead: "air",
      type: "DEC",
      level: "PU",
      dueMonth: 12,
      state: "pending",
    },
    {
      title: "Handbook of the filter modules",
      lead: "air",
      type: "OTHER",
      level: "SEN",
      task: 2,
      dueMonth: 17,
      state: "draft",
    },
    { title: "Filter for coarse dust", lead: "air", type: "DEM", level: "SEN", dueMonth: 8, state: "cancelled" },
  ],
  management: [
    {
      title: "Data management plan",
      lead: "cluster",
      type: "DMP",
      level: "PU",
      dueMonth: 6,
      state: "accepted",
      submittedMonth: 6,
    },
    {
      title: "Ethics of working with residents' data",
      lead: "cluster",
      type: "ETHICS",
      level: "PU",
      dueMonth: 4,
      state: "accepted",
      submittedMonth: 4,
    },
    { title: "Study of the second plant", lead: null, type: "R", level: "C-UE/EU-C", dueMonth: 34, state: null },
  ],
};
