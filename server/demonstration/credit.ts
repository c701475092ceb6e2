/** A unified social credit code (GB 32100-2015) with both check digits right; fictitious. */
export function creditCode(registrar: string, division: string, serial: number): string {
  const body = `MJL${String(serial).padStart(5, '0')}`
  const first = `${registrar}${division}${body}${organizationCheck(body)}`
  return first + ALPHABET[(31 - (weigh(first, ALPHABET, powersOfThree) % 31)) % 31]
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY' // no I, O, S, V, Z
const ORGANIZATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const powersOfThree = (place: number) => 3 ** place % 31

/** The last character of an organization code (GB 11714-1997). */
function organizationCheck(body: string): string {
  const sum = weigh(body, ORGANIZATION_ALPHABET, (place) => ORGANIZATION_WEIGHTS[place]!)
  return '0123456789X0'[11 - (sum % 11)]!
}

function weigh(text: string, alphabet: string, weight: (place: number) => number): number {
  return [...text].reduce((sum, sign, place) => sum + alphabet.indexOf(sign) * weight(place), 0)
}
