import { type Remark, remark } from '../findings.ts'
import { isMissing, plain } from './plain.ts'

export type PhoneKind = 'mobile' | 'office' | 'service'

export interface PhoneReading {
  readonly valid: boolean
  readonly kind: PhoneKind | null
  /** 13800138000, 0758-2833000, 0758-2833000-801, 400-830-0000, 12345; several with 、 between them. */
  readonly normalised: string | null
  /** Never repeats the number. */
  readonly remarks: readonly Remark[]
}

/**
 * Reads telephone numbers. A mobile number where only that of an office may stand is personal data, and no
 * office number.
 */
export function readPhone(
  text: string,
  { kind }: { readonly kind: 'mobile' | 'office' | 'any' },
): PhoneReading {
  if (isMissing(text)) return { valid: false, kind: null, normalised: null, remarks: [] }
  const found = numbersIn(plain(text).toLowerCase())
  const [first] = found
  if (first === undefined || found.includes(null)) return refused(null, remark('E_PHONE'))
  const numbers = found.filter((one) => one !== null)
  const mobile = numbers.find((one) => one.kind === 'mobile')
  if (kind === 'office' && mobile !== undefined) {
    return refused('mobile', remark('E_PII', { kinds: '手机号码 mobile' }))
  }
  if (kind === 'mobile' && numbers.some((one) => one.kind !== 'mobile')) {
    return refused('office', remark('E_PHONE'))
  }
  const normalised = [...new Set(numbers.map((one) => one.number))].join('、')
  return { valid: true, kind: mobile?.kind ?? first?.kind ?? null, normalised, remarks: [] }
}

function refused(kind: PhoneKind | null, why: Remark): PhoneReading {
  return { valid: false, kind, normalised: null, remarks: [why] }
}

type Phone = { readonly kind: PhoneKind; readonly number: string }

/** One number, however it is spaced, else several with signs or spaces between them. */
function numbersIn(text: string): (Phone | null)[] {
  const whole = phoneOf(text)
  if (whole !== null) return [whole]
  const pieces = text
    .split(/[/、,;]|或者?|(?<=\d) (?=(?:\+86)?[01]\d)/)
    .filter((one) => one.trim() !== '')
  const area = /(?:^|\D)(0\d{2,3})[- )]?[2-8]\d{6,7}/.exec(text)?.[1]
  return pieces.map((one) => inArea(phoneOf(one), area))
}

/** 0758-2833000/2833001: the area code stands once for both. */
function inArea(phone: Phone | null, area: string | undefined): Phone | null {
  const isLocal = phone?.kind === 'office' && !phone.number.startsWith('0')
  return isLocal && area !== undefined ? { ...phone, number: `${area}-${phone.number}` } : phone
}

const LABEL =
  /^(?:(?:联系|办公室?|服务|值班|咨询|固定|移动|座机|手机)*(?:电话|热线|手机|座机)(?:号码)?|tel\.?|phone|mobile|传真):?/
const MOBILE = /^(?:\+?86|0086)?0?(1[3-9]\d{9})$/
const LAND = /^(?:(?:\+?86|0086)0?|0)(10|2\d|[3-9]\d{2})([2-8]\d{6,7})(?:转|#|x|ext)?(\d{1,6})?$/
const LOCAL = /^([2-8]\d{6,7})(?:(?:转|#|x|ext)(\d{1,6}))?$/

function phoneOf(text: string): Phone | null {
  const bare = text
    .trim()
    .replace(LABEL, '')
    .replaceAll(/分机号?:?|ext\.?|转接?|#/g, '转')
  if (!/^[\d+\s().\-转]+$/.test(bare)) return null
  const parted = /^(.*\d{7,8})\s*[-(\s]\s*(\d{1,5})\)?$/.exec(bare) // 0758-2833000-801
  const digits = bare.replaceAll(/[\s().-]/g, '')
  const mobile = MOBILE.exec(digits)
  if (mobile !== null) return { kind: 'mobile', number: mobile[1] as string }
  return serviceOf(digits) ?? landOf(parted ? `${plainly(parted[1])}转${parted[2]}` : digits)
}

const plainly = (text = '') => text.replaceAll(/[\s().-]/g, '')

/** 400 and 800 numbers, 12345, 95598, 110. */
function serviceOf(digits: string): Phone | null {
  const toll = /^([48]00)(\d{3})(\d{4})$/.exec(digits)
  if (toll !== null) return { kind: 'service', number: toll.slice(1).join('-') }
  return /^(?:12\d{3}|9[56]\d{3,6}|11[09]|12[02])$/.test(digits)
    ? { kind: 'service', number: digits }
    : null
}

function landOf(digits: string): Phone | null {
  const land = LAND.exec(digits)
  if (land !== null) {
    const [, area = '', local = '', extension] = land
    // Only the three-digit areas (010, 020 …) and some large ones have eight digits.
    const isWhole = area.length === 3 || local.length === 8
    if (!isWhole || (extension !== undefined && !digits.includes('转'))) return null
    return office(`0${area}-${local}`, extension)
  }
  const [, local, extension] = LOCAL.exec(digits) ?? []
  return local === undefined ? null : office(local, extension)
}

function office(number: string, extension: string | undefined): Phone {
  return { kind: 'office', number: extension === undefined ? number : `${number}-${extension}` }
}
