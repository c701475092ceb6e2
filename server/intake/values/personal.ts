/** Kinds of personal data that a text can hold, told without repeating them. */
export type PersonalKind =
  | '手机号码 mobile'
  | '身份证号 identity number'
  | '邮箱 mailbox'
  | '银行卡号 bank card'
  | '联系人姓名 name'

/** What personal data a text seems to hold; empty where none. Land lines of offices are not personal. */
export function findPersonal(text: string): PersonalKind[] {
  const digits = text.normalize('NFKC').replaceAll(/(?<=\d)[\s-]+(?=\d)/g, '')
  const kinds: PersonalKind[] = []
  if (/(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/.test(digits)) kinds.push('手机号码 mobile')
  if (
    [...digits.matchAll(/(?<![0-9A-Z])\d{17}[\dXx](?![0-9A-Z])/g)].some(([id]) => isIdentity(id))
  ) {
    kinds.push('身份证号 identity number')
  }
  if (/(?<!\d)[3-6]\d{15,18}(?!\d)/.test(digits) && !kinds.includes('身份证号 identity number')) {
    kinds.push('银行卡号 bank card')
  }
  if (/[\w.+-]+@[\w-]+\.\w+/.test(digits)) kinds.push('邮箱 mailbox')
  if (/(?:联系人|负责人|填表人|审核人|经办人)[:：]\s*[\u4e00-\u9fff·]{2,4}/.test(digits)) {
    kinds.push('联系人姓名 name')
  }
  return kinds
}

/** GB 11643: a plausible birth date, and the check digit. */
function isIdentity(id: string): boolean {
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (Number.isNaN(Date.parse(birth)) || birth < '1900' || birth > '2100') return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase()
}
