import type { Answered } from './ask.ts'
import { type Mark, short } from './marks.ts'
import { bar, drawing, lines, words } from './svg.ts'
import type { View } from './view.ts'

const WIDTH = 480 // as wide as it is shown, so that its words stay readable on a phone
const NARROW = 340 // and larger, where somebody asked for large text
const LARGEST = 18 // the size that words have there
const LINE = 22

/** Numbers of each measure, one below the other on the scale of their own measure; how many reported stands beside each. */
export function pairChart(
  pairs: readonly { name: string; figures: readonly Answered[] }[],
  sides: readonly { name: string }[],
  title: string,
  view: Pick<View, 't' | 'lang' | 'elder'>,
): string {
  const width = view.elder ? NARROW : WIDTH
  const parts: string[] = []
  let top = 0
  for (const { name, figures } of pairs) {
    const most = Math.max(1, ...figures.map((one) => one.value ?? 0))
    top += LINE
    parts.push(words(0, top, name, { size: LARGEST, anchor: 'start' }))
    figures.forEach((figure, i) => {
      for (const line of lines(sides[i]?.name ?? '', LARGEST, width)) {
        top += LINE
        parts.push(words(0, top, line, { anchor: 'start', kind: 'soft' }))
      }
      const mark: Mark = { ...figure, code: '', label: '' }
      parts.push(bar(mark, { y: top + 8, width, height: 14, most }))
      top += 18 + LINE
      const kind = mark.value === null ? 'soft' : 'value'
      parts.push(words(0, top, saidOf(figure, mark, view), { anchor: 'start', kind }))
      top += 6
    })
    top += LINE
  }
  return drawing({ width, height: Math.max(top, 1), title }, ...parts)
}

/** 358项 · 已报25/26. */
function saidOf({ reporting }: Answered, mark: Mark, { t, lang }: Pick<View, 't' | 'lang'>) {
  const unit = mark.value === null ? '' : lang === 'zh' ? mark.unit : ` ${mark.unit}`
  const rate = reporting.expected > 0 ? ` · ${t('compare.reported', reporting)}` : ''
  return `${short(mark, lang)}${unit}${rate}`
}
