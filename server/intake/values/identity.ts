const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: a province, a plausible birth date, and of 18 digits the check digit. */
export function isIdentity(number: string): boolean {
  if (!PROVINCES.test(number)) return false
  if (/^\d{15}$/.test(number)) return isBirth(`19${number.slice(6, 12)}`)
  if (!/^\d{17}[\dX]$/i.test(number) || !isBirth(number.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase()
}

function isBirth(digits: string): boolean {
  const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(text) &&
    text >= '1900' &&
    text < '2100'
  )
}

/** ISO 7812: a card number ends in its check digit; those of UnionPay begin with 62. */
export function isBankCard(number: string, isNamed: boolean): boolean {
  const form = isNamed ? /^[3-6]\d{15,18}$/ : /^62\d{14,17}$/
  return form.test(number) && checksOut(number)
}

function checksOut(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, i) => {
    const twice = Number(digit) * (i % 2 === 0 ? 1 : 2)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return sum % 10 === 0
}
