// ISO 3166-1 alpha-2, plus XK: a user-assigned code that the European Union's records use for Kosovo.
const listed =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
  "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ " +
  "NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
  "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

/** Every country code an organisation may carry, in alphabetical order. */
export const countryCodes: readonly string[] = listed.split(" ");

/** Codes that European records write instead of the ISO ones. */
export const countryAliases: Readonly<Record<string, string>> = { EL: "GR", UK: "GB" };

const known = new Set(countryCodes);
const aliases = new Map(Object.entries(countryAliases));

/** The ISO 3166-1 code for a code as a source writes it (any case, EL and UK included); null when there is no such country. */
export function countryOf(code: string): string | null {
  const upper = code.trim().toUpperCase();
  const iso = aliases.get(upper) ?? upper;
  return known.has(iso) ? iso : null;
}

/** The country's name in a language (BCP 47), or the code where the language has no name for it. */
export function countryName(code: string, language: string): string {
  return displayNames(language).of(code) ?? code;
}

const names = new Map<string, Intl.DisplayNames>();

function displayNames(language: string): Intl.DisplayNames {
  let found = names.get(language);
  if (!found) names.set(language, (found = new Intl.DisplayNames([language], { type: "region", fallback: "code" })));
  return found;
}
