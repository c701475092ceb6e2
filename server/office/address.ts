export interface Position {
  readonly row: number
  readonly column: number
}

/** A rectangle of cells, 1-based, both ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const LAST_ROW = 1_048_576 // ECMA-376 and Excel: the bottom right cell is XFD1048576
export const LAST_COLUMN = 16_384

/** `address(12, 27)` → `'AA12'` */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row}`
}

/** `position('AA12')` → `{ row: 12, column: 27 }`; `$` signs are passed over. */
export function position(text: string): Position {
  const match = /^\$?([A-Za-z]{1,7})\$?(\d{1,10})$/.exec(text)
  const row = Number(match?.[2])
  if (!match?.[1] || row < 1) throw new RangeError(`'${text}' is not the address of a cell`)
  return { row, column: columnNumber(match[1]) }
}

/** `wordPlace('B6')` → `'R6C2'`: the cells of a Word table have no letters. */
export function wordPlace(cell: string): string {
  const { row, column } = position(cell)
  return `R${row}C${column}`
}

/** `wordPosition('R6C2')` → `{ row: 6, column: 2 }`; undefined for any other text. */
export function wordPosition(place: string): Position | undefined {
  const match = /^R([1-9]\d{0,6})C([1-9]\d{0,6})$/.exec(place)
  return match ? { row: Number(match[1]), column: Number(match[2]) } : undefined
}

/** `area('B2:C4')` → `{ top: 2, left: 2, bottom: 4, right: 3 }`; one cell is an area too. */
export function area(text: string): Area {
  const [from = '', to = from] = text.split(':')
  const a = position(from)
  const b = position(to)
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}

/** `columnName(27)` → `'AA'` */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

function columnNumber(name: string): number {
  let column = 0
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
