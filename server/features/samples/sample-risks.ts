import type { RiskLevel, RiskState } from "#shared/features/risks/risk-words.ts";

type Told = { state: RiskState; likelihood: RiskLevel; severity: RiskLevel; note: string };

type SampleRisk = {
  title: string;
  description: string;
  likelihood: RiskLevel;
  severity: RiskLevel;
  streams: string[];
  owner: string | null;
  mitigation: string;
  /** How it stood in the first and in the second period. */
  told: [Told, Told];
};

/** Five risks of the sample; the last one is high and nobody owns it yet, so that the list of gaps has something to say. */
export const sampleRisks: SampleRisk[] = [
  {
    title: "The environmental permit comes late",
    description: "The authority asks for a second round of emission measurements.",
    likelihood: "M",
    severity: "H",
    streams: ["thermal", "air", "management"],
    owner: "cluster",
    mitigation: "Monthly meetings with the authority; measurements start before they are asked for.",
    told: [
      { state: "open", likelihood: "M", severity: "H", note: "" },
      { state: "growing", likelihood: "H", severity: "H", note: "The second round is likely now." },
    ],
  },
  {
    title: "The dryer does not reach the agreed moisture",
    description: "Fuel above 35 % moisture lowers the temperature of the flue gas.",
    likelihood: "M",
    severity: "M",
    streams: ["sorting", "thermal"],
    owner: "sorting",
    mitigation: "A second heat exchanger is ordered; samples are taken every week.",
    told: [
      { state: "growing", likelihood: "H", severity: "M", note: "" },
      { state: "shrinking", likelihood: "L", severity: "M", note: "Three samples were good." },
    ],
  },
  {
    title: "The turbine is delivered late",
    description: "One supplier makes the bearings.",
    likelihood: "L",
    severity: "H",
    streams: ["power"],
    owner: "turbine",
    mitigation: "A penalty in the contract and a second supplier for the bearings.",
    told: [
      { state: "open", likelihood: "L", severity: "H", note: "" },
      { state: "open", likelihood: "L", severity: "H", note: "" },
    ],
  },
  {
    title: "The price of district heat falls",
    description: "",
    likelihood: "L",
    severity: "M",
    streams: ["supply"],
    owner: "heat",
    mitigation: "A contract of ten years with the city.",
    told: [
      { state: "shrinking", likelihood: "L", severity: "M", note: "" },
      { state: "closed", likelihood: "L", severity: "L", note: "The contract is signed." },
    ],
  },
  {
    title: "Filters wear out faster than tested",
    description: "The ash of mixed waste is coarser than that of the test fuel.",
    likelihood: "M",
    severity: "H",
    streams: ["air"],
    owner: null,
    mitigation: "",
    told: [
      { state: "open", likelihood: "M", severity: "M", note: "" },
      {
        state: "occurred",
        likelihood: "H",
        severity: "M",
        note: "The first set lasted four months instead of twelve.",
      },
    ],
  },
];
