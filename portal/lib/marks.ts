import type { Lang } from '../../schema/terms/term.ts'
import { number, percent, qualifier, statusWord } from './format.ts'

/** One place, group or week of a chart. */
export interface Mark {
  readonly code: string
  readonly label: string
  readonly value: number | null
  readonly status: string
  readonly qualifier: string
  readonly unit: string
}

/** The number of a mark without its unit, or the word of its status. */
export function short(mark: Mark, lang: Lang): string {
  if (mark.value === null) return statusWord(mark.status, lang)
  const before = qualifier(mark.qualifier, lang)
  return `${before}${before && lang === 'en' ? ' ' : ''}${number(mark.value, lang)}`
}

/** What a chart says in one sentence: which is the most, its share, and how many are not known. */
export function headline(
  marks: readonly Mark[],
  total: number | null,
  lang: Lang,
  day: (label: string) => string = (label) => label,
  counted = '处',
): string {
  const known = marks.filter((one) => one.value !== null && one.code !== 'NONE')
  const top = known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
  const missing = marks.filter((one) => one.status === 'NOT_REPORTED').length
  const withheld = marks.filter((one) => one.status === 'SUPPRESSED').length
  const zh = lang === 'zh'
  const says: string[] = []
  if (top !== undefined && (top.value ?? 0) > 0) {
    const space = zh ? '' : ' '
    const amount = `${short(top, lang)}${space}${top.unit}`
    const share = total ? percent((top.value ?? 0) / total, lang) : ''
    says.push(
      zh
        ? `${day(top.label)}最多：${amount}${share && `，占${share}`}`
        : `${day(top.label)} has the most: ${amount}${share && `, ${share}`}`,
    )
  }
  if (missing > 0) says.push(zh ? `${missing}${counted}未报` : `${missing} not reported`)
  if (withheld > 0) says.push(zh ? `${withheld}${counted}不公布` : `${withheld} withheld`)
  return says.join(zh ? '；' : '; ')
}
