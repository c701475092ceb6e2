import type { Lang } from '../../schema/terms/term.ts'
import { type Mark, short } from './marks.ts'
import { drawing, INK, tag, words } from './svg.ts'
import { DRAWING, pointsOf, stretches } from './weeks.ts'

/** Weeks from left to right; one without a number breaks the line, and says what it is. */
export function lineChart(
  weeks: readonly Mark[],
  title: string,
  lang: Lang,
  isNarrow = false,
): string {
  const { height, bottom } = DRAWING
  const width = isNarrow ? DRAWING.narrow : DRAWING.width
  const floor = height - bottom
  const points = pointsOf(
    weeks.map((week) => week.value),
    width,
  )
  const line = { fill: 'none', stroke: INK.bar, 'stroke-width': 2.5, class: 'stroke' }
  const axis = { x1: 0, x2: width, y1: floor, y2: floor, stroke: INK.line, class: 'axis' }
  return drawing(
    { width, height, title, isWide: !isNarrow },
    tag('line', axis),
    ...stretches(points).map((some) => tag('polyline', { ...line, points: some })),
    ...points.flatMap(({ x, y }, i) => {
      const week = weeks[i] as Mark
      const said = short(week, lang)
      return [
        y === null
          ? words(x, floor - 8, said, { kind: 'soft', size: 13 })
          : tag('circle', { cx: x, cy: y, r: 4.5, fill: INK.bar, class: 'amount' }) +
            words(x, y - 10, said, { kind: 'value' }),
        words(x, floor + 22, dayOf(week.code), { kind: 'soft' }),
      ]
    }),
  )
}

/** 2019-03-04 as 3/4. */
const dayOf = (code: string) => code.slice(5).replace(/^0/, '').replace('-0', '/').replace('-', '/')
