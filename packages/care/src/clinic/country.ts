/**
 * Countries and what one dials when it is serious.
 *
 * PPL-5 An emergency number that we don't know stays unknown: the person who sets the clinic up types it. Those given here are
 * each country's own published number and unreviewed by us: the person setting up sees it and can change it.
 */

/** ISO 3166-1 alpha-2. Their names come from the reader's own language data. */
export const COUNTRY_CODES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI ' +
  'CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ ' +
  'GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS ' +
  'LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG ' +
  'PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK ' +
  'TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

const numbers: Readonly<Record<string, string>> = {
  // The members of the European Union share one number.
  '112': 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  '911': 'US CA',
  '999': 'GB',
  '000': 'AU',
  '111': 'NZ',
}

const emergencyNumbers = new Map(
  Object.entries(numbers).flatMap(([number, countries]) =>
    countries.split(' ').map((country) => [country, number] as const),
  ),
)

/** The number, or null: then somebody who knows has to type it. */
export function emergencyNumberOf(country: string): string | null {
  return emergencyNumbers.get(country) ?? null
}
