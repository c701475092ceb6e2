import type { Lang } from '../../schema/terms/term.ts'
import { type Mark, short } from './marks.ts'
import { bar, drawing, tag, words } from './svg.ts'

const ROW = 54
const WIDTH = 480

/** Bars from one zero, each under its name: the drawing of a table of bars, for other people's pages. */
export function barChart(marks: readonly Mark[], title: string, lang: Lang): string {
  const most = Math.max(1, ...marks.map((one) => one.value ?? 0))
  const rows = marks.map((mark, i) => {
    const top = i * ROW
    const unit = mark.value === null ? '' : lang === 'zh' ? mark.unit : ` ${mark.unit}`
    return tag(
      'g',
      {},
      words(0, top + 18, mark.label, { anchor: 'start' }),
      words(WIDTH, top + 18, `${short(mark, lang)}${unit}`, {
        anchor: 'end',
        kind: mark.value === null ? 'soft' : 'value',
      }),
      bar(mark, { y: top + 27, width: WIDTH, height: 16, most }),
    )
  })
  return drawing({ width: WIDTH, height: marks.length * ROW, title }, ...rows)
}
