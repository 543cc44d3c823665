import type {
  OrganisationKind,
  OrganisationSize,
  ResourceDirection,
  ResourceMedium,
} from "#shared/features/organisations/organisation-words.ts";

type SampleResource = {
  direction: ResourceDirection;
  resource: string;
  medium: ResourceMedium;
  amount: string | null;
  unit: string | null;
  note: string;
};

export type SampleOrganisation = {
  key: string;
  kind: OrganisationKind;
  size: OrganisationSize | null;
  name: string;
  shortName: string;
  nativeName?: string;
  nativeLanguage?: string;
  country: string;
  city: string;
  profile: string;
  competences: string[];
  /** Keys of the clusters and associations it belongs to. */
  memberOf: string[];
  resources: SampleResource[];
};

const offered = (
  resource: string,
  medium: ResourceMedium,
  amount: string | null,
  unit: string | null,
  note = "",
): SampleResource => ({
  direction: "offered",
  resource,
  medium,
  amount,
  unit,
  note,
});
const sought = (
  resource: string,
  medium: ResourceMedium,
  amount: string | null,
  unit: string | null,
  note = "",
): SampleResource => ({
  direction: "sought",
  resource,
  medium,
  amount,
  unit,
  note,
});

/** The umbrella organisations of the sample; every name in it is made up, and so are the places in the profiles. */
export const sampleUmbrellas: SampleOrganisation[] = [
  {
    key: "forum",
    kind: "association",
    size: null,
    name: "Lend World Forum of Cleantech Clusters",
    shortName: "Lend Forum",
    country: "CH",
    city: "Genève",
    profile: "Illustrative association of cleantech clusters on four continents.",
    competences: ["cluster policy", "accelerator programmes"],
    memberOf: [],
    resources: [],
  },
  {
    key: "alliance",
    kind: "association",
    size: null,
    name: "Northern Lend Cleantech Alliance",
    shortName: "Northern Lend",
    country: "FI",
    city: "Turku",
    profile: "Illustrative cross-border alliance of cleantech clusters around one sea.",
    competences: ["cross-border cooperation", "interregional calls"],
    memberOf: ["forum"],
    resources: [],
  },
  {
    key: "cluster",
    kind: "cluster",
    size: null,
    name: "Lendmar Cleantech Cluster",
    shortName: "Lendmar Cluster",
    country: "FI",
    city: "Kotka",
    profile:
      "Illustrative cleantech cluster. It coordinates EKOLEND, the model of a joint project of eight enterprises for one city.",
    competences: ["project management", "permits", "public procurement"],
    memberOf: ["alliance", "forum"],
    resources: [],
  },
];

/** Eight made-up enterprises in eight countries and three scripts. */
export const sampleEnterprises: SampleOrganisation[] = [
  {
    key: "therm",
    kind: "enterprise",
    size: "medium",
    name: "Lendtherm Oy",
    shortName: "Lendtherm",
    country: "FI",
    city: "Kotka",
    profile: "Builds compact plants for the thermal disposal of residual waste.",
    competences: ["thermal waste disposal", "gasification", "plant engineering"],
    memberOf: ["cluster"],
    resources: [
      offered("flue gas heat", "energy", "42000", "MWh", "at 450 °C"),
      sought("sorted residual waste", "material", "30000", "t", "at most 35 % moisture"),
    ],
  },
  {
    key: "turbine",
    kind: "enterprise",
    size: "small",
    name: "Voolend OÜ",
    shortName: "Voolend",
    country: "EE",
    city: "Pärnu",
    profile: "Organic Rankine cycle turbines from 200 kW to 2 MW.",
    competences: ["conversion of heat into electricity", "ORC turbines"],
    memberOf: ["cluster"],
    resources: [
      offered("electricity", "energy", "6800", "MWh"),
      sought("flue gas heat", "energy", "38000", "MWh", "above 300 °C"),
    ],
  },
  {
    key: "heat",
    kind: "enterprise",
    size: "large",
    name: "Fernlend Wärmenetze GmbH",
    shortName: "Fernlend",
    country: "DE",
    city: "Rostock",
    profile: "Plans and runs low-temperature district heating networks.",
    competences: ["heat supply", "district heating", "heat storage"],
    memberOf: ["cluster"],
    resources: [
      offered("heat for the city", "energy", "29000", "MWh", "75 °C"),
      sought("condenser heat", "energy", "31000", "MWh"),
    ],
  },
  {
    key: "sorting",
    kind: "enterprise",
    size: "medium",
    name: "Sortlend Återvinning AB",
    shortName: "Sortlend",
    country: "SE",
    city: "Norrköping",
    profile: "Optical sorting lines for mixed municipal waste.",
    competences: ["waste sorting", "machine vision", "recycling"],
    memberOf: ["cluster"],
    resources: [
      offered("sorted residual waste", "material", "26000", "t"),
      sought("heat for drying", "energy", "3500", "MWh", "above 90 °C"),
    ],
  },
  {
    key: "air",
    kind: "enterprise",
    size: "small",
    name: "Chistlend EOOD",
    shortName: "Chistlend",
    nativeName: "Чистленд ЕООД",
    nativeLanguage: "bg",
    country: "BG",
    city: "Пловдив",
    profile: "Разработва филтри за димни газове с ниско съпротивление. Illustrative company profile in Bulgarian.",
    competences: ["air cleaning", "catalysts", "emission measurement"],
    memberOf: ["cluster"],
    resources: [
      offered("cleaned flue gas", "material", "190000000", "m3"),
      sought("activated carbon", "material", "120", "t"),
    ],
  },
  {
    key: "dryer",
    kind: "enterprise",
    size: "medium",
    name: "Zhylulend LLP",
    shortName: "Zhylulend",
    nativeName: "ТОО «Жылуленд»",
    nativeLanguage: "ru",
    country: "KZ",
    city: "Караганда",
    profile: "Изготавливает теплообменники и ленточные сушилки для отходов. Пример профиля на русском языке.",
    competences: ["heat exchangers", "waste drying"],
    memberOf: ["cluster"],
    resources: [
      offered("heat exchangers", "material", "24", "pcs"),
      sought("pilot site", "data", null, null, "with residual heat at 90 °C"),
    ],
  },
  {
    key: "sensors",
    kind: "enterprise",
    size: "small",
    name: "Energia Lend S.A.",
    shortName: "Energia Lend",
    nativeName: "Ενέργεια Λεντ Α.Ε.",
    nativeLanguage: "el",
    country: "GR",
    city: "Βόλος",
    profile: "Μετρήσεις και ψηφιακά δίδυμα για μονάδες ενέργειας. Illustrative company profile in Greek.",
    competences: ["monitoring", "digital twins", "control systems"],
    memberOf: ["cluster"],
    resources: [offered("plant data", "data", null, null, "one-minute values, open interface")],
  },
  {
    key: "engineering",
    kind: "enterprise",
    size: "micro",
    name: "Inżlend Projekt sp. z o.o.",
    shortName: "Inżlend",
    country: "PL",
    city: "Łódź",
    profile: "Design office for environmental plants, permits and safety cases.",
    competences: ["plant design", "permits", "safety"],
    memberOf: ["cluster"],
    resources: [sought("reference plants", "data", null, null, "for a new permit procedure")],
  },
];
