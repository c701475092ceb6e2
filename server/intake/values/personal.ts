import { isBankCard, isIdentity } from './identity.ts'
import { hasLikelyName, hasMarkedName } from './personname.ts'

/** Kinds of personal data that a text can hold, told without repeating them. */
export type PersonalKind =
  | '手机号码 mobile'
  | '身份证号 identity number'
  | '银行卡号 bank card'
  | '邮箱 mailbox'
  | '固定电话及姓名 land line with name'
  | '住址 home address'
  | '健康状况 health'
  | '联系人姓名 name'

/** What personal data a text seems to hold; empty where none. Land lines of offices are not personal. */
export function findPersonal(text: string): PersonalKind[] {
  const plainly = withoutLinks(written(text))
  const kinds: PersonalKind[] = []
  const numbers = numbersIn(plainly)
  const isNamed = /银行|卡号|账[号户]|帐[号户]|信用卡/.test(plainly)
  if (hasMobile(plainly)) kinds.push('手机号码 mobile')
  if (numbers.some(isIdentity)) kinds.push('身份证号 identity number')
  if (numbers.some((one) => isBankCard(one, isNamed) && !isIdentity(one))) {
    kinds.push('银行卡号 bank card')
  }
  if (hasMailbox(plainly)) kinds.push('邮箱 mailbox')
  const isLikelyName = hasLikelyName(plainly)
  if (isLikelyName && LAND_LINE.test(plainly)) kinds.push('固定电话及姓名 land line with name')
  if (HOME.test(plainly) || (isLikelyName && ADDRESS.test(plainly) && /住|家/.test(plainly))) {
    kinds.push('住址 home address')
  }
  if (isLikelyName && HEALTH.test(plainly)) kinds.push('健康状况 health')
  if (hasMarkedName(plainly) || nameBeforeNumber(plainly, kinds)) kinds.push('联系人姓名 name')
  return kinds
}

/** Digits however they are written: full-width, circled, 一三八…, 138OO13. */
function written(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\ufe0f|\u20e3|[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g, '')
    .replaceAll(/[-‐‑‒–—―−]/g, '-')
    .replaceAll(/(?<=\d)o+(?![a-z])/gi, (run) => '0'.repeat(run.length))
    .replaceAll(
      /[一幺](?:[ -]?[零〇一二三四五六七八九幺]){10}(?![零〇一二三四五六七八九十百千万])/g,
      inDigits,
    )
}

const SIGNS = '零一二三四五六七八九'

const inDigits = (run: string): string =>
  [...run.replaceAll(/[ -]/g, '').replaceAll('〇', '零').replaceAll('幺', '一')]
    .map((sign) => String(SIGNS.indexOf(sign)))
    .join('')

/** Numbers within an address of the web are its own, unless it says that they are a telephone. */
function withoutLinks(text: string): string {
  return text.replaceAll(/https?:\/\/[^\s\u4e00-\u9fff,;()"'<>]+/gi, (url) =>
    /(?:phone|mobile|tel)=/i.test(url) ? url : ' ',
  )
}

const GROUPS = [
  '\\d{11}',
  '\\d{3}_\\d{4}_\\d{4}',
  '\\d{4}_\\d{3}_\\d{4}',
  '\\d{4}_\\d{4}_\\d{3}',
  '\\d{3}_\\d{3}_\\d{5}',
  '\\d{3}_\\d{8}',
  '\\d{7}_\\d{4}',
  '\\d(?:_\\d){10}',
]
const MOBILE = new RegExp(
  `(?<![\\d.])(?:(?:\\+|00)?86[- ]?)?(?=1[ .-]?[3-9])(?:${GROUPS.join('|').replaceAll('_', '[ .·-]')})(?!\\d|\\.\\d|\\s*(?:元|万|亿|人次|件|册|%))`,
)

const hasMobile = (text: string): boolean => MOBILE.test(text)

/** Long numbers, written together or in groups. */
function numbersIn(text: string): string[] {
  const joined = text.replaceAll(/(?<=\d)[ -]+(?=\d)/g, '')
  return [text, joined].flatMap((one) =>
    [...one.matchAll(/(?<![0-9A-Za-z.])\d{14,18}[\dXx](?![0-9A-Za-z])/g)].map(([number]) => number),
  )
}

const ROLE =
  /^(?:info|office|admin|service|contact|news|press|webmaster|postmaster|support|hr)\b|(?:wmb|wenmingban|bgs|tuanwei|zyz|volunteer)/i

/** A mailbox of a person; that of an office under gov.cn, or named after its task, is not. */
function hasMailbox(text: string): boolean {
  return [...text.matchAll(/([\w.+-]+)@((?:[\w-]+\.)+[a-z]{2,})/gi)].some(
    ([, name = '', domain = '']) => !ROLE.test(name) && !/(?:^|\.)gov\.cn$/i.test(domain),
  )
}

const LAND_LINE =
  /(?<!\d)(?:0\d{2,3}[- )]{0,2}[2-8]\d{6,7}|(?:电话|座机|tel)[::]?\s*[2-8]\d{6,7})(?!\d)/i
const ADDRESS = /(?:路|街|巷|村|小区|花园|苑|里|号|组).{0,12}?\d+(?:号|栋|幢|座|单元|室|房|楼)/
const HOME =
  /(?:家住|住址|家庭地址|居住地址?|户籍地址?)[::]?[^。;\n]{0,20}?\d+(?:号|栋|幢|座|单元|室|房)/
const HEALTH =
  /癌|肿瘤|白血病|艾滋|HIV|乙肝|尿毒症|精神病|精神分裂|抑郁症|自闭症|脑瘫|糖尿病|高血压|心脏病|中风|瘫痪|身患|患有|患病|因病|确诊|病历|智力残疾|精神残疾|[一二三四]级残疾/i

/** 张三(13800138000): the name beside a number of a person. */
function nameBeforeNumber(text: string, kinds: readonly PersonalKind[]): boolean {
  return kinds.length > 0 && kinds[0] !== '邮箱 mailbox' && hasLikelyName(text)
}
