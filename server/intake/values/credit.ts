import { type Remark, remark } from '../findings.ts'
import { tight } from './plain.ts'

const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = Array.from({ length: 17 }, (_, i) => 3 ** i % 31)
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** GB 32100-2015: whether a unified social credit code is whole, and the check sign it should end in. */
export function checkCreditCode(code: string): { valid: boolean; expected?: string } {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return { valid: false }
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * SIGNS.indexOf(code[i] as string),
    0,
  )
  const expected = SIGNS[(31 - (sum % 31)) % 31] as string
  return {
    valid: code[17] === expected && organizationSign(code.slice(8, 16)) === code[16],
    expected,
  }
}

/** GB 11714: the check sign of the organisation code within it. */
function organizationSign(body: string): string {
  const value = (sign: string) => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55)
  const sum = ORGANIZATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * value(body[i] as string),
    0,
  )
  const rest = 11 - (sum % 11)
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest)
}

/** A credit code as a register gives it. What a sheet kept as a number has lost its last digits. */
export function readCredit(
  text: string,
  isNumber = false,
): { value: string | null; remarks: readonly Remark[] } {
  if (isNumber || /\de\+\d/i.test(text)) {
    return { value: null, remarks: [remark('E_ID_LOST', { raw: text })] }
  }
  const code = tight(text).toUpperCase()
  const { valid, expected } = checkCreditCode(code)
  if (valid) return { value: code, remarks: [] }
  const wrongEnd = expected !== undefined && expected !== code[17]
  const hint = wrongEnd ? `（末位应为${expected} / should end in ${expected}）` : ''
  return { value: null, remarks: [remark('E_USCC', { hint })] }
}
