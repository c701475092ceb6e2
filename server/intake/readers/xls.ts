import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { Book, Cell, Sheet } from '../sheet.ts'
import { type Biff, type BiffSheet, guardBiff } from './biff.ts'
import { builtInFormat, type NumberFormat, numberFormat } from './formats.ts'
import { openGrid } from './grid.ts'
import { type Budget, openBudget } from './limits.ts'
import { numberCell } from './numbers.ts'
import type { Compound } from './ole.ts'
import { refuse } from './refuse.ts'

/** Reads a workbook of Excel 95 to 2003. The library sees only cells, texts and formats. */
export async function readXls(file: Compound): Promise<Book> {
  refuseStorages(file.names)
  const biff = guardBiff(file.bytes('Workbook') ?? file.bytes('Book') ?? Buffer.alloc(0))
  const { SheetNames, Sheets, Workbook } = await parse(biff.stream)
  const names = new Map(
    [...biff.sheets].sort((a, b) => a.at - b.at).map(({ at }, i) => [at, SheetNames[i]]),
  )
  const budget = openBudget()
  const sheets = biff.sheets.flatMap((sheet): Sheet[] => {
    const name = names.get(sheet.at)
    const content = name === undefined ? undefined : Sheets[name]
    if (name === undefined || !content || !sheet.isTable) return []
    const date1904 = Workbook?.WBProps?.date1904 ?? false
    return [
      { name, hidden: sheet.hidden, ...readSheet(content, sheet, date1904, budget), pictures: 0 },
    ]
  })
  return { format: 'xls', sheets }
}

function refuseStorages(names: readonly string[]): void {
  if (names.some((name) => /^_VBA_PROJECT_CUR(\/|$)/i.test(name))) throw refuse('R_MACRO', 'macro')
  const embedded = names.find((name) => /^MBD[0-9A-F]+(\/|$)/i.test(name))
  if (embedded) throw refuse('R_FORMAT', 'embedded', { part: embedded.slice(0, 80) })
}

async function parse(stream: Biff['stream']) {
  const { read, set_cptable, SSF } = await import('@e965/xlsx') // a megabyte that few files need
  set_cptable({ utils: { decode: decodeCodePage, encode: () => [] } })
  // The library keeps formats from one file to the next, and has those of America for built-in ones.
  for (let id = 0; id < 164; id++) SSF.load(builtInFormat(id) ?? 'General', id)
  return read(stream, {
    type: 'buffer',
    dense: true,
    cellStyles: true, // else it does not say which rows and columns are hidden
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  })
}

/** Excel 95 wrote Chinese in code page 936; for which GB18030 is the larger set. */
function decodeCodePage(page: number, bytes: readonly number[]): string {
  const label = page === 1200 ? 'utf-16le' : page === 936 ? 'gb18030' : 'latin1'
  return new TextDecoder(label).decode(Uint8Array.from(bytes))
}

function readSheet(content: WorkSheet, { formulas }: BiffSheet, date1904: boolean, budget: Budget) {
  const grid = openGrid(budget)
  const rows: (CellObject | undefined)[][] = content['!data'] ?? []
  for (const [r, row] of given(rows)) {
    for (const [c, raw] of given(row)) {
      const isFormula = formulas.has(`${r + 1}:${c + 1}`)
      const cell = readCell(raw, date1904)
      if (!cell || (cell.text === '' && !isFormula)) continue
      grid.put(r + 1, c + 1, isFormula ? { ...cell, formula: true } : cell)
    }
  }
  for (const { s, e } of content['!merges'] ?? []) {
    grid.merge({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 })
  }
  for (const [r, row] of given(content['!rows'])) if (row.hidden) grid.hideRow(r + 1)
  for (const [c, { hidden }] of given(content['!cols'])) if (hidden) grid.hideColumns(c + 1, c + 1)
  return grid.done()
}

/** Only what is there: the lists have holes. */
function given<T>(list: readonly (T | undefined)[] = []): [place: number, item: T][] {
  return Object.entries(list).flatMap(([place, item]) => (item ? [[Number(place), item]] : []))
}

function readCell({ t, v, z }: CellObject, date1904: boolean): Cell | undefined {
  const format = typeof z === 'string' ? formatOf(z) : undefined
  if (t === 'n') return numberCell(Number(v), format, date1904)
  if (t === 'b') return { text: v ? 'TRUE' : 'FALSE', kind: 'boolean' }
  if (t === 'e') return { text: ERRORS[Number(v)] ?? '#N/A', kind: 'error' }
  if (t !== 's') return undefined
  const text = String(v ?? '').replace(/\r\n?/g, '\n')
  return format ? { text, kind: 'text', format: format.code } : { text, kind: 'text' }
}

const known = new Map<string, NumberFormat>()

function formatOf(code: string): NumberFormat | undefined {
  if (/^(general|g\/通用格式)$/i.test(code)) return undefined
  const format = known.get(code) ?? numberFormat(code)
  if (known.size < 10_000) known.set(code, format)
  return format
}

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
