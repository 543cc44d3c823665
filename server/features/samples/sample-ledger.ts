import type {
  Confidentiality,
  ContributionKind,
  ContributionState,
  ValueBasis,
} from "#shared/features/contributions/contribution-words.ts";

/** A line of the sample ledger; amounts are person-months for effort ("12.50") or a quantity, values whole euros. */
export type SampleLine = {
  member: string;
  /** Null: the project as a whole. */
  stream: string | null;
  kind: ContributionKind;
  title: string;
  amount: string;
  unit: string | null;
  /** Null: not valued yet. */
  euros: number | null;
  basis: ValueBasis | null;
  fromMonth: number;
  toMonth: number;
  state: ContributionState;
  confidentiality: Confidentiality;
};

// Member | stream | kind | title | amount and unit | euros | basis of the value | months | state.
// Sixty lines of all five kinds in all states; a dash stands for none.
const table = `
cluster     | management | effort     | Coordination and reporting | 36.00         | 234000  | own-cost     | 1–36  | agreed
cluster     | management | effort     | Communication with the city | 9.00          | 54000   | own-cost     | 1–36  | agreed
cluster     | management | cash       | Fund for joint events | 4 instalments | 40000   | own-cost     | 1–36  | agreed
cluster     | management | in-kind    | Meeting rooms and video studio | 60 days       | 18000   | market-price | 1–36  | agreed
cluster     | management | technology | Reporting templates and cluster data | 1 set         | 8000    | estimate     | 1–12  | agreed
cluster     | -          | effort     | Second project assistant | 12.00         | 60000   | own-cost     | 13–24 | proposed
therm       | thermal    | effort     | Process engineering of the gasifier | 48.00         | 336000  | own-cost     | 1–24  | agreed
therm       | thermal    | effort     | Commissioning crew | 18.00         | 117000  | own-cost     | 13–30 | agreed
therm       | thermal    | equipment  | Gasification line, 4 t/h | 1 pcs         | 1450000 | market-price | 6–18  | agreed, confidential
therm       | thermal    | equipment  | Ash conveyor and silo | 1 pcs         | 96500   | market-price | 10–18 | agreed
therm       | thermal    | technology | Licence of the burner control | 1 licence     | 120000  | agreed-rate  | 6–36  | agreed, confidential
therm       | thermal    | in-kind    | Test hall with crane | 14 months     | 70000   | market-price | 1–14  | agreed
therm       | power      | effort     | Interface of flue gas and boiler | 6.00          | 42000   | own-cost     | 6–14  | agreed
therm       | air        | in-kind    | Flue gas bypass for filter tests | 9 months      | 31500   | estimate     | 14–22 | countered
therm       | thermal    | cash       | Share of the permit fees | 1 payment     | 25000   | own-cost     | 9–12  | agreed
turbine     | power      | effort     | Design of the Rankine cycle | 30.00         | 171000  | own-cost     | 4–22  | agreed
turbine     | power      | equipment  | Turbine and generator, 1.1 MW | 1 pcs         | 880000  | market-price | 10–20 | agreed
turbine     | power      | technology | Know-how of low-boiling working fluids | 1 licence     | 95000   | agreed-rate  | 4–36  | agreed, confidential
turbine     | power      | effort     | Grid connection and trial run | 10.00         | 57000   | own-cost     | 16–24 | agreed
turbine     | power      | cash       | Grid operator's connection fee | 1 payment     | 62000   | market-price | 16–18 | proposed
turbine     | supply     | effort     | Condenser interface to the network | 4.00          | 22800   | own-cost     | 12–18 | agreed
turbine     | power      | in-kind    | Test stand in Pärnu | 8 weeks       | 28000   | market-price | 8–12  | agreed
heat        | supply     | effort     | Network planning for four districts | 24.00         | 168000  | own-cost     | 7–24  | agreed
heat        | supply     | equipment  | Heat store, 12 MWh | 1 pcs         | 410000  | market-price | 14–26 | agreed
heat        | supply     | equipment  | Pipes and house stations | 3.4 km        | 1190000 | market-price | 14–32 | proposed
heat        | supply     | in-kind    | Trench works together with the city | 3.4 km        | 255000  | estimate     | 16–32 | countered
heat        | supply     | cash       | Down payment for house stations | 2 instalments | 150000  | own-cost     | 14–20 | agreed
heat        | power      | effort     | Operation plan of heat and power | 5.50          | 38500   | own-cost     | 10–20 | agreed
heat        | -          | effort     | Steering group | 3.00          | 24000   | own-cost     | 1–36  | agreed
heat        | supply     | technology | Hydraulic model of the network | 1 model       | -       | -            | 7–36  | proposed
sorting     | sorting    | effort     | Installation of the sorting line | 22.00         | 143000  | own-cost     | 1–12  | agreed
sorting     | sorting    | equipment  | Optical sorters | 3 pcs         | 540000  | market-price | 2–9   | agreed
sorting     | sorting    | technology | Recognition models for mixed waste | 1 licence     | 80000   | estimate     | 1–24  | agreed
sorting     | sorting    | effort     | Operation and sampling | 14.00         | 84000   | own-cost     | 9–24  | agreed
sorting     | thermal    | in-kind    | Fuel of agreed quality for the trials | 900 t         | 27000   | agreed-rate  | 12–18 | agreed
sorting     | sorting    | cash       | Spare parts | 1 budget      | 36000   | own-cost     | 6–24  | agreed, confidential
sorting     | management | in-kind    | Guided tours at the sorting line | 10 days       | 5000    | estimate     | 10–34 | withdrawn
air         | air        | effort     | Catalyst development | 26.00         | 104000  | own-cost     | 6–26  | agreed
air         | air        | equipment  | Filter modules | 12 pcs        | 228000  | market-price | 12–26 | agreed
air         | air        | technology | Patent on low-resistance ceramics | 1 licence     | 60000   | estimate     | 6–34  | agreed, confidential
air         | air        | effort     | Измерване на емисиите (emission measurements) | 8.00          | 30400   | own-cost     | 14–30 | agreed
air         | air        | cash       | Accredited laboratory | 3 campaigns   | 27000   | market-price | 18–30 | proposed
air         | thermal    | effort     | Flue gas chemistry advice | 2.50          | 10000   | own-cost     | 6–15  | agreed
air         | air        | in-kind    | Laboratory in Plovdiv | 20 weeks      | 24000   | market-price | 6–26  | countered
dryer       | sorting    | equipment  | Belt dryer, 5 t/h | 1 pcs         | 310000  | market-price | 8–16  | agreed
dryer       | sorting    | effort     | Монтаж сушилки (installation of the dryer) | 9.00          | 31500   | own-cost     | 10–18 | agreed
dryer       | power      | equipment  | Evaporator heat exchangers | 6 pcs         | 174000  | market-price | 8–16  | agreed
dryer       | supply     | effort     | Design of returned heat to the dryer | 5.00          | 17500   | own-cost     | 8–16  | agreed
dryer       | sorting    | technology | Drying model | 1 model       | 22000   | estimate     | 8–24  | proposed
dryer       | sorting    | cash       | Transport and customs | 2 deliveries  | 19800   | market-price | 10–14 | agreed
sensors     | thermal    | effort     | Monitoring of the thermal line | 11.00         | 49500   | own-cost     | 4–24  | agreed
sensors     | power      | effort     | Ψηφιακό δίδυμο του κύκλου (digital twin of the cycle) | 14.00         | 63000   | own-cost     | 8–30  | agreed
sensors     | air        | equipment  | Emission sensors | 16 pcs        | 51200   | market-price | 10–16 | agreed
sensors     | management | technology | Open data interface | 1 licence     | 15000   | estimate     | 4–36  | agreed
sensors     | supply     | in-kind    | Weather and load forecasts | 24 months     | 12000   | agreed-rate  | 12–36 | withdrawn
sensors     | sorting    | effort     | Moisture measurement | 3.00          | 13500   | own-cost     | 8–14  | agreed
engineering | thermal    | effort     | Safety case and explosion protection | 8.00          | 36000   | agreed-rate  | 3–15  | agreed
engineering | management | effort     | Environmental permit file | 10.00         | 45000   | agreed-rate  | 2–12  | agreed
engineering | air        | effort     | Stack design | 3.50          | 15750   | agreed-rate  | 8–16  | agreed
engineering | -          | cash       | Insurance of the joint site | 3 years       | 33000   | market-price | 1–36  | countered
`;

/** The lines of the sample, in order. */
export const sampleLines: SampleLine[] = table
  .trim()
  .split("\n")
  .map((row) => {
    const [
      member = "",
      stream = "",
      kind = "",
      title = "",
      amount = "",
      euros = "",
      basis = "",
      months = "",
      life = "",
    ] = row.split("|").map((cell) => cell.trim());
    const [count = "", ...unit] = amount.split(" ");
    const [fromMonth = 1, toMonth = 1] = months.split("–").map(Number);
    const [state = "", confidential] = life.split(", ");
    return {
      member,
      stream: stream === "-" ? null : stream,
      kind: kind as ContributionKind,
      title,
      amount: count,
      unit: unit.length > 0 ? unit.join(" ") : null,
      euros: euros === "-" ? null : Number(euros),
      basis: basis === "-" ? null : (basis as ValueBasis),
      fromMonth,
      toMonth,
      state: state as ContributionState,
      confidentiality: confidential === undefined ? "consortium" : "coordinator",
    };
  });
