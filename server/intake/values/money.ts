import { remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import { amount, exact, takeQualifier } from './amount.ts'
import {
  bounded,
  isVague,
  type NumberReading,
  type NumberRule,
  QUALIFIED,
  readNumberText,
  refuseCell,
  typed,
  understood,
  unread,
} from './number.ts'
import { compact, plain } from './plain.ts'
import { readProduct } from './several.ts'

const YUAN = '元人民币|人民币|圆整|元整|块钱|元|圆|块|整|\\(元\\)|rmb'
const PIECES = '人|份|个|箱|套|件|袋|瓶|桶|户|次|名|只|盒|场'

/** A sum of money, and the goods that stand beside it: 2000元（含矿泉水10箱）, 米10袋、油10桶. */
export function readMoney(cell: Cell | undefined, field: string, multiplier = 1): NumberReading {
  const columnRule: NumberRule = {
    field,
    units: YUAN,
    integer: false,
    maximum: 1_000_000_000,
    multiplier,
  }
  const refused = refuseCell(cell, columnRule)
  if (refused !== null) return refused
  const original = cell?.text ?? ''
  const raw = plain(original)
  if (cell?.number !== undefined) return typed(cell.number, raw, columnRule)
  const text = compact(original).replace(/^(?:人民币|¥|rmb|共计|合计|总计|共)+/i, '')
  // A cell that names its own unit (0.2万元, 300元) is not multiplied again by that of the header.
  const rule = /[元万千]/.test(text) ? { ...columnRule, multiplier: 1 } : columnRule

  const product = readPrice(text)
  if (product !== null) {
    return bounded(
      understood(product, [remark('W_EXPRESSION', { raw, value: product })]),
      raw,
      rule,
    )
  }
  if (new RegExp(`(?:\\/|每)(?:${PIECES})$|^每(?:${PIECES})|^单价`).test(text)) {
    return unread([remark('E_PER_UNIT', { raw })])
  }
  const simple = readNumberText(text, original, rule)
  if (noteIsGoods(simple)) return readCash(text, raw, rule) ?? simple
  if (simple.value !== null || simple.qualifier === 'RANGE' || wasBounded(simple)) return simple
  return readCash(text, raw, rule) ?? readGoods(text, raw) ?? simple
}

const wasBounded = ({ remarks }: NumberReading): boolean =>
  remarks.some((one) => one.code === 'E_OUT_OF_RANGE' || one.code === 'E_NEGATIVE')

const noteIsGoods = ({ remarks }: NumberReading): boolean =>
  remarks.some((one) => one.code === 'I_IGNORED_PART')

/** 5元×100份, 50元/人×30人: what the goods cost together. */
function readPrice(text: string): number | null {
  const units = `(?:${YUAN})(?:\\/(?:${PIECES}))?|${PIECES}`
  return readProduct(text, (piece) => amount(piece, units)?.value ?? null)?.value ?? null
}

const CASH = /((?:约|近|超|逾)?(?:\d[\d,]*(?:\.\d+)?)(?:万\d千|万|千)?余?)(?:元|块)/g
const WORTH = /价值|折价|折合|折款|折算|合计|约合|的/g

/** The sums of money in a text, and the goods around them. Goods that are given a value are no mixture. */
function readCash(text: string, raw: string, rule: NumberRule): NumberReading | null {
  const found = [...text.matchAll(CASH)].map(([whole, said = '']) => {
    const { rest, qualifier } = takeQualifier(said)
    return { whole, qualifier, value: amount(rest, YUAN)?.value ?? null }
  })
  const [only] = found
  if (only === undefined || found.some((one) => one.value === null)) return null
  const value = exact(found.reduce((sum, one) => sum + (one.value ?? 0), 0))
  if (found.length > 1) {
    const parts = found.flatMap((one) => one.value ?? [])
    return bounded({ ...understood(value, [remark('W_SUMMED', { value })]), parts }, raw, rule)
  }
  const { qualifier } = only
  const around = text.replace(only.whole, '')
  const goods = around
    .replaceAll(WORTH, '')
    .replaceAll(/^[(,;、+和及与含]+|[),;、+和及与]+$/g, '')
    .replace(/^(?:包括|包含|内含|另有|以及|外加)/, '')
  const isValued = /价值|折价|折合|折款|折算|约合/.test(around)
  const certain = qualifier === 'EXACT' ? [] : [remark(QUALIFIED[qualifier], { raw, value })]
  const remarks =
    goods === '' || isValued
      ? [...certain, ...(certain.length > 0 ? [] : [remark('I_NORMALISED', { raw, value })])]
      : [...certain, remark('W_MIXED_FUND', { value, part: goods })]
  const named = goods === '' ? {} : { goods }
  return bounded({ ...understood(value, remarks), qualifier, ...named }, raw, rule)
}

/** Goods without any sum of money; 数千元 is no goods but a vague sum. */
function readGoods(text: string, raw: string): NumberReading | null {
  const isSum =
    /[元块圆]/.test(text) || (isVague(text) && !/[箱袋桶瓶份件套批物品水米油]/.test(text))
  if (!/[\u4e00-\u9fff]/.test(text) || isSum) return null
  return { ...unread([remark('W_NO_AMOUNT', { raw })]), goods: raw }
}
