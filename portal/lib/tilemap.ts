import type { Lang } from '../../schema/terms/term.ts'
import { type Mark, short } from './marks.ts'
import { drawing, INK, tag, words } from './svg.ts'

/** A place of the map; where its centre is not known it stands below the others. */
export interface Place extends Mark {
  readonly centre: { readonly lat: number; readonly lon: number } | null
}

const TILE = { width: 160, height: 172 }
const MOST = 40 // radius of the largest dot

/**
 * Places as tiles, north above south and west before east as far as tiles allow, each with a dot whose area goes
 * with its number: no place looks larger than it is because its land is. A narrow one has larger words.
 */
export function tileMap(
  places: readonly Place[],
  title: string,
  lang: Lang,
  isNarrow = false,
): string {
  const columns = isNarrow ? 2 : 3
  const most = Math.max(1, ...places.map((one) => one.value ?? 0))
  const rows = rowsOf(places, columns)
  const tiles = rows.flatMap((row, y) =>
    row.map((place, x) => tileOf(place, most, x * TILE.width, y * TILE.height, lang)),
  )
  const size = { width: columns * TILE.width, height: rows.length * TILE.height }
  return drawing({ ...size, title }, ...tiles)
}

function rowsOf(places: readonly Place[], columns: number): Place[][] {
  const known = places
    .filter((one) => one.centre !== null)
    .sort((a, b) => (b.centre?.lat ?? 0) - (a.centre?.lat ?? 0))
  const eastward = (row: Place[]) => row.sort((a, b) => (a.centre?.lon ?? 0) - (b.centre?.lon ?? 0))
  const others = places.filter((one) => one.centre === null)
  return [...inRows(known, columns).map(eastward), ...inRows(others, columns)]
}

function inRows(places: readonly Place[], columns: number): Place[][] {
  const rows: Place[][] = []
  for (let i = 0; i < places.length; i += columns) rows.push(places.slice(i, i + columns))
  return rows
}

function tileOf(place: Place, most: number, left: number, top: number, lang: Lang): string {
  const [x, y] = [left + TILE.width / 2, top + 44]
  const [first = '', second] = linesOf(place.label)
  const frame = {
    ...{ x: left + 3, y: top + 3, width: TILE.width - 6, height: TILE.height - 6, rx: 4 },
    ...{ class: 'tile', fill: 'none', stroke: INK.line, 'stroke-opacity': 0.35 },
  }
  return tag(
    'g',
    {},
    tag('rect', frame),
    dotOf(place, most, x, y),
    words(x, top + 112, short(place, lang), { kind: 'value', size: 18 }),
    words(x, top + 136, first, { size: 16, kind: 'soft' }),
    second ? words(x, top + 158, second, { size: 16, kind: 'soft' }) : '',
  )
}

/** Zero is a point, a number a dot, not reported an empty ring of dashes, withheld a ring with a stroke through. */
function dotOf({ value, status }: Place, most: number, x: number, y: number): string {
  const ring = { cx: x, cy: y, r: 14, fill: 'none', stroke: INK.soft, 'stroke-width': 1.5 }
  if (value !== null) {
    const r = value === 0 ? 1.5 : Math.max(3, MOST * Math.sqrt(value / most))
    return tag('circle', { class: 'amount', cx: x, cy: y, r: r.toFixed(1), fill: INK.bar })
  }
  if (status !== 'SUPPRESSED') {
    return tag('circle', { ...ring, class: 'missing', 'stroke-dasharray': '4 4' })
  }
  const stroke = { x1: x - 10, y1: y + 10, x2: x + 10, y2: y - 10, stroke: INK.soft }
  return tag('circle', { ...ring, class: 'kept' }) + tag('line', { ...stroke, class: 'kept' })
}

/** A long name in two lines. */
function linesOf(label: string): string[] {
  if (label.includes(' · ')) return label.split(' · ')
  if (label.length <= 12 || !label.includes(' ')) return [label]
  const middle = label.length / 2
  const gaps = [...label.matchAll(/ /g)].map((one) => one.index)
  const gap = gaps.reduce((a, b) => (Math.abs(a - middle) <= Math.abs(b - middle) ? a : b))
  return [label.slice(0, gap), label.slice(gap + 1)]
}
