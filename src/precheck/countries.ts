/** ISO 3166-1 alpha-2 codes that a nationality or a state of origin can have; `XX` stands for none or unclear. */
const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO ' +
  'CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID ' +
  'IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ' +
  'ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB ' +
  'SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN ' +
  'VU WS XK YE ZA ZM ZW XX'

export const countries: readonly string[] = codes.split(' ')

/** European Union, the other states of the European Economic Area (IS, LI, NO) and Switzerland, as of 2026. */
const freeMovement = new Set(
  'AT BE BG CY CZ DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO CH'.split(' '),
)

export type Bloc = 'de' | 'euEeaCh' | 'third' | 'stateless'

/** Where a nationality stands in the law of residence (§ 1 FreizügG/EU, § 12 FreizügG/EU, agreement with Switzerland). */
export function blocOf(country: string): Bloc {
  if (country === 'DE') return 'de'
  if (country === 'XX') return 'stateless'
  return freeMovement.has(country) ? 'euEeaCh' : 'third'
}
