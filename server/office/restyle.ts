import { address, area, position } from './address.ts'
import {
  applyEdits,
  attribute,
  type Edit,
  elementsOf,
  type Tag,
  tagsOf,
  withAttribute,
  withoutAttribute,
} from './tags.ts'

/** From the style a cell has to the style it gets. */
export type Restyle = (base: number) => number

/** Gives cells another style, by address; a cell that is not there is made, without a value. */
export function restyleCells(sheetXml: string, styles: ReadonlyMap<string, Restyle>): string {
  const wanted = [...styles].map(([place, restyle]) => ({ ...position(place), restyle }))
  wanted.sort((a, b) => a.row - b.row || a.column - b.column)
  const rows = Map.groupBy(wanted, ({ row }) => row)
  return applyEdits(sheetXml, sheetEdits(readData(sheetXml, rows), rows, columnStyles(sheetXml)))
}

/** Where the person sees the cell: the first one of a merged area. */
export function anchorOf(sheetXml: string): (place: string) => string {
  const merges = elementsOf(sheetXml, 'mergeCell').map(({ open }) =>
    area(attribute(open.raw, 'ref') ?? 'A1'),
  )
  return (place) => {
    const { row, column } = position(place)
    const merge = merges.find(
      ({ top, left, bottom, right }) =>
        top <= row && row <= bottom && left <= column && column <= right,
    )
    return merge ? address(merge.top, merge.left) : address(row, column)
  }
}

interface Wanted {
  readonly row: number
  readonly column: number
  readonly restyle: Restyle
}

interface Row {
  readonly number: number
  readonly open: Tag
  /** The same as `open` when the row is empty. */
  close: Tag
  readonly cells: { readonly column: number; readonly tag: Tag }[]
}

interface Data {
  readonly rows: Row[]
  readonly open: Tag
  readonly close: Tag
}

/** Where the rows of a sheet stand, and the cells of those rows that are wanted. */
function readData(xml: string, wanted: ReadonlyMap<number, unknown>): Data {
  const rows: Row[] = []
  let open: Tag | undefined
  let column = 0
  for (const tag of tagsOf(xml)) {
    const row = rows.at(-1)
    if (tag.name === 'sheetData' && tag.kind === 'open') open = tag
    else if (tag.name === 'sheetData') return { rows, open: open ?? tag, close: tag }
    else if (!open) continue
    else if (tag.name === 'row' && tag.kind === 'close' && row) row.close = tag
    else if (tag.name === 'row') {
      const number = Number(attribute(tag.raw, 'r') ?? (row?.number ?? 0) + 1)
      rows.push({ number, open: tag, close: tag, cells: [] })
      column = 0
    } else if (tag.name === 'c' && tag.kind !== 'close' && row && wanted.has(row.number)) {
      const place = attribute(tag.raw, 'r')
      column = place ? position(place).column : column + 1
      row.cells.push({ column, tag })
    }
  }
  throw new Error('the sheet has no data')
}

type StyleOf = (column: number) => number

function sheetEdits(
  { rows, open, close }: Data,
  wanted: ReadonlyMap<number, readonly Wanted[]>,
  columnStyle: StyleOf,
): Edit[] {
  const edits: Edit[] = []
  let next = 0
  let below = ''
  for (const [number, cells] of wanted) {
    while ((rows[next]?.number ?? number) < number) next++
    const row = rows[next]
    const { prefix } = open
    if (row?.number === number) {
      edits.push(...rowEdits(row, cells, columnStyle))
      continue
    }
    const made = `<${prefix}row r="${number}">${cellsXml(cells, prefix, columnStyle)}</${prefix}row>`
    if (row) edits.push(insertion(row.open.start, made))
    else below += made
  }
  if (below) edits.push(open === close ? opened(open, below) : insertion(close.start, below))
  return edits
}

function rowEdits(row: Row, wanted: readonly Wanted[], columnStyle: StyleOf): Edit[] {
  const { open, close, cells } = row
  const own = rowStyle(open.raw)
  const styleOf = own === undefined ? columnStyle : () => own
  if (open === close) return [opened(open, cellsXml(wanted, open.prefix, styleOf))]
  const edits = wanted.map((each) => {
    const next = cells.find(({ column }) => column >= each.column)
    if (next?.column === each.column) return restyled(next.tag, each.restyle)
    return insertion((next?.tag ?? close).start, cellsXml([each], open.prefix, styleOf))
  })
  const { start, end } = open
  return [{ start, end, text: withoutAttribute(open.raw, 'spans') }, ...edits] // may be wider now
}

function restyled({ start, end, raw }: Tag, restyle: Restyle): Edit {
  return { start, end, text: withAttribute(raw, 's', restyle(Number(attribute(raw, 's') ?? 0))) }
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text }
}

function opened({ start, end, raw, prefix, name }: Tag, inner: string): Edit {
  const head = withoutAttribute(raw, 'spans').slice(0, -2)
  return { start, end, text: `${head}>${inner}</${prefix}${name}>` }
}

function cellsXml(cells: readonly Wanted[], prefix: string, styleOf: StyleOf): string {
  const made = cells.map(
    ({ row, column, restyle }) =>
      `<${prefix}c r="${address(row, column)}" s="${restyle(styleOf(column))}"/>`,
  )
  return made.join('')
}

function rowStyle(raw: string): number | undefined {
  const style = attribute(raw, 's')
  const isOwn = /^(1|true)$/.test(attribute(raw, 'customFormat') ?? '')
  return style !== undefined && isOwn ? Number(style) : undefined
}

function columnStyles(xml: string): StyleOf {
  const columns = elementsOf(xml, 'col').map(({ open: { raw } }) => ({
    first: Number(attribute(raw, 'min')),
    last: Number(attribute(raw, 'max')),
    style: Number(attribute(raw, 'style') ?? 0),
  }))
  return (column) =>
    columns.find(({ first, last }) => first <= column && column <= last)?.style ?? 0
}
