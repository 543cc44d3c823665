import type { TaskState } from "#shared/features/tasks/task-words.ts";

type Places = readonly [startMonth: number | null, endMonth: number | null];

/** A task of the sample: months, lead, who takes part, progress in per cent, and what it waits for, with months between. */
type SampleTask = {
  title: string;
  lead: string | null;
  with?: readonly string[];
  months: Places;
  percent?: number;
  state?: TaskState;
  pinned?: true;
  after?: readonly (readonly [task: string, lagMonths: number])[];
};

/** Tasks by stream, numbered as they stand; `after` names others as they are numbered, also of other companies. */
export const sampleTasks: Record<string, readonly SampleTask[]> = {
  thermal: [
    { title: "Design of the incineration line", lead: "therm", months: [1, 6], percent: 100, state: "done" },
    {
      title: "Grate and boiler built",
      lead: "therm",
      with: ["engineering"],
      months: [7, 13],
      percent: 80,
      state: "active",
      after: [["1.1", 0]],
    },
    {
      title: "Trial operation on sorted fuel",
      lead: "therm",
      with: ["sorting"],
      months: [14, 20],
      after: [
        ["1.2", 0],
        ["4.3", 0],
      ],
    },
    { title: "Ash and slag put to use", lead: "engineering", months: [16, 26], after: [["1.3", -5]] },
    { title: "Operation at full load", lead: "therm", months: [21, 30], after: [["1.3", 0]] },
  ],
  power: [
    { title: "Working fluid and cycle chosen", lead: "turbine", months: [4, 8], percent: 100, state: "done" },
    {
      title: "Turbine set built and tested",
      lead: "turbine",
      with: ["engineering"],
      months: [9, 15],
      percent: 55,
      state: "active",
      after: [["2.1", 0]],
    },
    {
      title: "Coupled to the thermal line",
      lead: "turbine",
      with: ["therm"],
      months: [19, 22],
      after: [
        ["2.2", 0],
        ["1.3", -3],
      ],
    },
    { title: "Grid connection", lead: "turbine", months: [16, 18], pinned: true, after: [["2.2", 0]] },
    {
      title: "Condenser heat handed to the network",
      lead: "heat",
      with: ["turbine"],
      months: [23, 33],
      after: [
        ["2.3", 0],
        ["3.2", 0],
      ],
    },
  ],
  supply: [
    { title: "Heat demand of four districts", lead: "heat", months: [7, 10], percent: 100, state: "done" },
    {
      title: "Pipes and store built",
      lead: "heat",
      with: ["engineering"],
      months: [11, 20],
      percent: 25,
      state: "active",
      after: [["3.1", 0]],
    },
    {
      title: "First district supplied",
      lead: "heat",
      months: [21, 24],
      after: [
        ["3.2", 0],
        ["2.3", -2],
      ],
    },
    { title: "Districts two to four", lead: "heat", months: [25, 36], after: [["3.3", 0]] },
  ],
  sorting: [
    {
      title: "Optical recognition of fractions",
      lead: "sorting",
      with: ["sensors"],
      months: [1, 6],
      percent: 100,
      state: "done",
    },
    {
      title: "Dryer fed with returned heat",
      lead: "dryer",
      with: ["heat"],
      months: [5, 11],
      percent: 100,
      state: "done",
    },
    {
      title: "Fuel of agreed quality",
      lead: "sorting",
      with: ["dryer"],
      months: [10, 13],
      percent: 70,
      state: "active",
      after: [
        ["4.1", 0],
        ["4.2", -2],
      ],
    },
    { title: "Two shifts a day", lead: "sorting", months: [14, 24], after: [["4.3", 0]] },
  ],
  air: [
    { title: "Catalyst screened in the laboratory", lead: "air", months: [6, 11], percent: 100, state: "done" },
    {
      title: "Filter modules for the boiler",
      lead: "air",
      with: ["therm"],
      months: [12, 17],
      percent: 30,
      state: "active",
      after: [
        ["5.1", 0],
        ["1.1", 2],
      ],
    },
    {
      title: "Emission measurements at the stack",
      lead: "sensors",
      with: ["air"],
      months: [18, 27],
      after: [
        ["5.2", 0],
        ["1.3", -3],
      ],
    },
    { title: "Service life of 8 000 hours", lead: "air", months: [26, 34], after: [["5.3", -2]] },
    { title: "Second sorbent", lead: null, months: [null, null], state: "dropped" },
  ],
  management: [
    { title: "Permits", lead: "cluster", with: ["therm", "air"], months: [1, 14], percent: 85, state: "active" },
    { title: "Reporting to the city", lead: "cluster", months: [1, 36], percent: 35, state: "active" },
    { title: "Open days and publications", lead: "cluster", months: [12, 36], percent: 10, state: "active" },
    {
      title: "Plan for the second plant",
      lead: null,
      months: [null, null],
      after: [
        ["1.5", 0],
        ["3.3", 0],
      ],
    },
  ],
};
