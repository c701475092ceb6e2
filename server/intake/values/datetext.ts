import { readChinese } from './chinese.ts'
import { plain } from './plain.ts'

/** A date as a clerk wrote it, in digits: 二〇一九年三月五号 → 2019年3月5日. Weekdays keep their signs. */
export function dateText(raw: string): string {
  return inDigits(
    plain(raw)
      .toLowerCase()
      .replaceAll(/星期|礼拜/g, '周'),
  )
    .replaceAll(/(?<!\d) | (?!\d)/g, '')
    .replaceAll('點', '点')
    .replaceAll('時', '时')
    .replaceAll('\\', '/')
    .replaceAll(/(?<=\d)[。·](?=\d)/g, '.')
    .replaceAll(/(?<=\d)号(?![楼院门线馆])/g, '日')
    .replaceAll(/(?<!\d)(\d{4})、(\d{1,2})、(\d{1,2})(?!\d)/g, '$1.$2.$3')
    .replaceAll(/(?<![\d.])((?:19|20)\d{2})(\d{2})(\d{2})(?![\d.])/g, '$1-$2-$3')
    .replace(/^(\d{4}-\d\d-\d\d-)?(0[1-9]|1[0-2])(\d{2})$/, '$1$2.$3')
    .replace(/^(0[1-9]|1[0-2])(\d{2})-(0[1-9]|1[0-2])(\d{2})$/, '$1.$2-$3.$4')
    .replace(/^(?:19|20)\d{2}$/, '$&年')
}

const SIGNS = '零0一二三四五六七八九十两'
const WEEKDAY = /周[一二三四五六日天](?:[、,和及至到~-]*周?[一二三四五六日天](?![月日年点时十]))*/
const NUMERAL = new RegExp(`(${WEEKDAY.source})|[${SIGNS}]*[${SIGNS.slice(2)}零][${SIGNS}]*`, 'g')

function inDigits(text: string): string {
  return text.replaceAll(NUMERAL, (run: string, ...[weekdays, at]: [string?, number?]) => {
    if (weekdays !== undefined) return run
    const end = (at as number) + run.length
    if (/[1-9]/.test(`${text[(at as number) - 1]}${text[end]}`)) return run
    const isYear = text[end] === '年' && !run.includes('十')
    if (isYear) return [...run].map((sign) => String(readChinese(sign) ?? sign)).join('')
    return String(readChinese(run) ?? run)
  })
}
