import type { Lang } from '../../schema/terms/term.ts'
import { type Mark, short } from './marks.ts'
import { drawing, INK, tag, words } from './svg.ts'

const ROW = 58
const WIDTH = 640

/** Bars from one zero, each under its name: the drawing of a table of bars, for other people's pages. */
export function barChart(marks: readonly Mark[], title: string, lang: Lang): string {
  const most = Math.max(1, ...marks.map((one) => one.value ?? 0))
  const rows = marks.map((mark, i) => {
    const top = i * ROW
    const width = ((mark.value ?? 0) / most) * WIDTH
    const unit = mark.value === null ? '' : lang === 'zh' ? mark.unit : ` ${mark.unit}`
    return tag(
      'g',
      {},
      words(0, top + 22, mark.label, { size: 18, anchor: 'start' }),
      words(WIDTH, top + 22, `${short(mark, lang)}${unit}`, {
        size: 18,
        anchor: 'end',
        kind: mark.value === null ? 'soft' : 'value',
      }),
      mark.value === null ? gapOf(mark, top + 38) : barOf(mark, top + 30, width),
    )
  })
  return drawing({ width: WIDTH, height: marks.length * ROW, title }, ...rows)
}

function barOf({ code, value }: Mark, y: number, width: number): string {
  const size = { y, width: Math.max(value ? 3 : 1, width).toFixed(1), height: 16 }
  const isRest = code === 'NONE'
  const look = { fill: isRest ? 'none' : INK.bar, stroke: isRest ? INK.bar : undefined }
  return tag('rect', { class: isRest ? 'rest' : 'amount', x: 0, ...size, ...look })
}

/** Dashes where nothing was reported, dots where it is withheld: neither is a bar of no length. */
function gapOf({ status }: Mark, y: number): string {
  const dashes = status === 'SUPPRESSED' ? '2 8' : '12 8'
  const line = { x1: 0, y1: y, x2: WIDTH, y2: y, stroke: INK.soft, 'stroke-width': 2 }
  return tag('line', { class: 'missing', ...line, 'stroke-dasharray': dashes })
}
