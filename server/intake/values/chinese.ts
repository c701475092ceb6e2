const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇0', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, value) => [...signs].map((sign) => [sign, value]),
  ),
)
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
}
const GROUPS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8 }

export const CHINESE_NUMERAL = '[零〇0一二三四五六七八九两壹贰叁肆伍陆柒捌玖十拾百佰千仟万萬亿]+'

/**
 * The value of a Chinese numeral (三千零五十, 叁仟, 百, 二〇一九), else null.
 * Digits in a row are read one by one; 三千五 is not read as 3500: it is a guess.
 */
export function readChinese(text: string): number | null {
  if (text === '') return null
  const signs = [...text]
  if (signs.every((sign) => sign in DIGITS)) {
    return signs.length === 1 || signs.some((sign) => '零〇0'.includes(sign)) || signs.length === 4
      ? Number(signs.map((sign) => DIGITS[sign]).join(''))
      : null
  }
  let total = 0
  let group = 0
  let digit: number | null = null
  let lastUnit = Number.POSITIVE_INFINITY
  let lastGroup = Number.POSITIVE_INFINITY
  let zeroBefore = false
  for (const sign of signs) {
    if (sign in DIGITS) {
      if (digit !== null && digit !== 0) return null
      digit = DIGITS[sign] as number
      if (digit === 0) zeroBefore = true
      continue
    }
    const unit = UNITS[sign]
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return null
      group += (digit ?? 1) * unit
      digit = null
      zeroBefore = false
      lastUnit = unit
      continue
    }
    const size = GROUPS[sign]
    if (size === undefined) return null
    const inGroup = group + (digit ?? 0)
    if (inGroup + total === 0 || size >= lastGroup) return null
    if (size === 1e8) total = (total + inGroup) * size
    else total += inGroup * size
    lastGroup = size === 1e8 ? lastGroup : size
    group = 0
    digit = null
    zeroBefore = false
    lastUnit = Number.POSITIVE_INFINITY
  }
  if (digit !== null && digit !== 0 && lastUnit > 10 && !zeroBefore && (group > 0 || total > 0))
    return null
  return total + group + (digit ?? 0)
}
