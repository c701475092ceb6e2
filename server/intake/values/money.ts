import { remark } from '../findings.ts'
import type { Cell } from '../sheet.ts'
import {
  amount,
  exact,
  type NumberReading,
  type NumberRule,
  readNumberText,
  refuseCell,
  typed,
  unread,
} from './number.ts'
import { plain, tight } from './plain.ts'

const YUAN = '元人民币|人民币|圆整|元整|块钱|元|圆|块|整'

/** A sum of money, and the goods that stand beside it: 2000元（含矿泉水10箱）, 米10袋、油10桶. */
export function readMoney(cell: Cell | undefined, field: string, multiplier = 1): NumberReading {
  const rule: NumberRule = {
    field,
    units: YUAN,
    integer: false,
    maximum: 1_000_000_000,
    multiplier,
  }
  const refused = refuseCell(cell, rule)
  if (refused !== null) return refused
  const raw = plain(cell?.text ?? '')
  if (cell?.kind === 'number' && cell.number !== undefined) return typed(cell.number, raw, rule)
  const text = tight(raw).replace(/^(?:人民币|¥|￥|RMB|共计|合计|共|约计|价值)/, '')

  if (/元?[/每](?:人|份|个|箱|套|件|袋|瓶|桶|户)$|^每(?:人|份|个|箱|套|件)/.test(text)) {
    return unread([remark('E_PER_UNIT', { raw })])
  }
  const simple = readNumberText(text, cell?.text ?? '', unscaled(text, rule))
  if (simple.value !== null || simple.qualifier === 'RANGE') return simple

  const cash = [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)(万|千)?(?:元|块)/g)]
  if (cash.length === 1) {
    const [whole, digits, scale] = cash[0] as unknown as [string, string, string | undefined]
    const value = exact((amount(`${digits}${scale ?? ''}`, { units: '元' })?.value ?? 0) * 1)
    const goods = text.replace(whole, '').replace(/^[(（、,，;；+含及和]+|[)）、,，;；]+$/g, '')
    if (goods === '') return readNumberText(whole, whole, unscaled(whole, rule))
    return {
      value,
      qualifier: 'EXACT',
      missing: false,
      goods,
      remarks: [remark('W_MIXED_FUND', { value, part: goods })],
    }
  }
  if (cash.length > 1) {
    const parts = cash.map(
      ([, digits, scale]) => amount(`${digits}${scale ?? ''}`, { units: '元' })?.value ?? 0,
    )
    const value = exact(parts.reduce((sum, part) => sum + part, 0))
    return {
      value,
      qualifier: 'EXACT',
      missing: false,
      parts,
      remarks: [remark('W_SUMMED', { value })],
    }
  }
  if (/[\u4e00-\u9fff]/.test(text) && !/若干|数[十百千万]|几[十百千万]/.test(text)) {
    return {
      value: null,
      qualifier: 'UNKNOWN',
      missing: false,
      goods: raw,
      remarks: [remark('W_NO_AMOUNT', { raw })],
    }
  }
  return simple
}

/** A cell that names its own unit (0.2万元, 300元) is not multiplied again by that of the header. */
function unscaled(text: string, rule: NumberRule): NumberRule {
  return /[元万千]/.test(text) ? { ...rule, multiplier: 1 } : rule
}
