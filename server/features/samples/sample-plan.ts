import type { StreamColour, StreamKind, StreamPattern, StreamState } from "#shared/features/streams/stream-words.ts";

/** Facts of the sample project; months count from its start. */
export const sampleProject = {
  acronym: "EKOLEND",
  title: "Clean heat and power from residual waste for one city",
  summary:
    "Eight enterprises of a cleantech cluster combine their technologies for one city: waste is sorted and dried, disposed of thermally, " +
    "its heat becomes electricity and district heat, the flue gas is cleaned, and part of the heat goes back to the dryer.\n\n" +
    "This is an illustrative sample: every organisation, figure and date in it is made up.",
  objectives:
    "Cut landfilled residual waste of the city by 26 000 t a year.\nSupply 29 000 MWh of heat and 6 800 MWh of electricity a year.\nShow the whole chain at TRL 8 within three years.",
  keywords: ["thermal waste disposal", "heat to power", "district heating", "air cleaning"],
  place: "Lendmar (made-up city)",
  goals: [7, 9, 11, 12, 13],
  durationMonths: 36,
  periodMonths: 6,
  currency: "EUR",
  /** Whole months between the start and today: the second period has just ended and is due. */
  monthsAgo: 12,
} as const;

type SampleStream = {
  key: string;
  title: string;
  kind: StreamKind;
  lead: string;
  startMonth: number;
  endMonth: number;
  trl: [start: number, now: number, target: number] | null;
  colour: StreamColour;
  pattern: StreamPattern;
  state: StreamState;
  description: string;
};

/** Six technology streams: five technologies and the management that serves all. */
export const sampleStreams: SampleStream[] = [
  {
    key: "thermal",
    title: "Thermal waste disposal",
    kind: "technology",
    lead: "therm",
    startMonth: 1,
    endMonth: 30,
    trl: [6, 7, 9],
    colour: "orange",
    pattern: "solid",
    state: "active",
    description:
      "A compact gasification line for 30 000 t of sorted residual waste a year, delivering flue gas at 450 °C.",
  },
  {
    key: "power",
    title: "Conversion of heat into electricity",
    kind: "technology",
    lead: "turbine",
    startMonth: 4,
    endMonth: 33,
    trl: [5, 6, 8],
    colour: "yellow",
    pattern: "stripes",
    state: "active",
    description:
      "An organic Rankine cycle of 1.1 MW behind the thermal line; the condenser heat goes on to the network.",
  },
  {
    key: "supply",
    title: "Heat supply",
    kind: "technology",
    lead: "heat",
    startMonth: 7,
    endMonth: 36,
    trl: [7, 7, 9],
    colour: "red",
    pattern: "dots",
    state: "active",
    description: "A low-temperature network with a 12 MWh store for four districts of the city.",
  },
  {
    key: "sorting",
    title: "Waste sorting",
    kind: "technology",
    lead: "sorting",
    startMonth: 1,
    endMonth: 24,
    trl: [6, 7, 8],
    colour: "teal",
    pattern: "grid",
    state: "active",
    description: "Optical sorting and drying of mixed municipal waste; the dryer is fed with returned heat.",
  },
  {
    key: "air",
    title: "Air cleaning",
    kind: "technology",
    lead: "air",
    startMonth: 6,
    endMonth: 34,
    trl: [4, 5, 8],
    colour: "blue",
    pattern: "waves",
    state: "active",
    description: "Low-resistance catalytic filters below the emission limits that apply from the third year on.",
  },
  {
    key: "management",
    title: "Project management",
    kind: "horizontal",
    lead: "cluster",
    startMonth: 1,
    endMonth: 36,
    trl: null,
    colour: "indigo",
    pattern: "solid",
    state: "active",
    description: "Coordination, permits, reporting to the city and the board of the cluster, communication.",
  },
];

type SampleMilestone = {
  title: string;
  streams: string[];
  dueMonth: number;
  verification: string;
  reachedMonth: number | null;
  lateReason?: string;
};

/** Milestones with the month they were reached in, if they were. */
export const sampleMilestones: SampleMilestone[] = [
  {
    title: "Consortium agreement signed",
    streams: ["management"],
    dueMonth: 2,
    verification: "Signed by all nine participants",
    reachedMonth: 2,
  },
  {
    title: "Sorting line delivers fuel of agreed quality",
    streams: ["sorting"],
    dueMonth: 9,
    verification: "Three weekly samples below 35 % moisture",
    reachedMonth: 10,
    lateReason: "The dryer was delivered three weeks late.",
  },
  {
    title: "Environmental permit granted",
    streams: ["thermal", "air", "management"],
    dueMonth: 12,
    verification: "Decision of the authority",
    reachedMonth: null,
  },
  {
    title: "Thermal line in trial operation",
    streams: ["thermal"],
    dueMonth: 15,
    verification: "500 hours of operation",
    reachedMonth: null,
  },
  {
    title: "First electricity to the grid",
    streams: ["power", "thermal"],
    dueMonth: 18,
    verification: "Meter reading of the grid operator",
    reachedMonth: null,
  },
  {
    title: "First district supplied with heat",
    streams: ["supply"],
    dueMonth: 22,
    verification: "200 homes connected",
    reachedMonth: null,
  },
  {
    title: "Filters hold the limits for 1 000 hours",
    streams: ["air"],
    dueMonth: 27,
    verification: "Report of an accredited laboratory",
    reachedMonth: null,
  },
  {
    title: "Whole chain shown at TRL 8",
    streams: ["thermal", "power", "supply", "sorting", "air"],
    dueMonth: 34,
    verification: "Open day and test report",
    reachedMonth: null,
  },
];
