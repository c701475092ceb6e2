import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLines } from '../../server/intake/readers/lines.ts'
import { openRuling } from '../../server/intake/readers/ruling.ts'

const SIGNS = ['a', '"', '\n', '字', '𠮷', '，', ',', ';', '\t', ' ']
const cells = fc.array(fc.constantFrom(...SIGNS), { maxLength: 5 }).map((signs) => signs.join(''))
const tables = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { maxLength: 6 })

describe('A delimited text that is cut line by line', () => {
  it('gives back every cell that was written, whatever it holds and whatever ends its lines', () => {
    fc.assert(
      fc.property(
        tables,
        fc.constantFrom(',', ';', '\t', '，'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (table, delimiter, record_delimiter) => {
          const text = stringify(table, { delimiter, record_delimiter, quoted_match: /[\r\n"]/ })
          expect(cutByLines(text, delimiter)).toEqual(table)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('knows its blank rows, its last row and its widest one', () => {
    const ruling = openRuling(',')
    ruling.take(Buffer.from('名称,数\n,\n""\n甲,1,,\n,,\n'))
    expect(ruling.end()).toMatchObject({ blank: [2, 3, 5], rowCount: 4, columnCount: 2, cells: 12 })
  })

  it('may end its pieces anywhere between two characters', () => {
    const ruling = openRuling(',')
    for (const piece of ['名称,"a\r', '\nb"\r', '\n1', '', ',2']) ruling.take(Buffer.from(piece))
    expect(ruling.end()).toMatchObject({ starts: [0, 15, 18], rowCount: 2, cells: 4 })
  })
})

function cutByLines(text: string, delimiter: string): string[][] {
  const bytes = Buffer.from(text)
  const ruling = openRuling(delimiter)
  ruling.take(bytes)
  const ruled = ruling.end()
  const lines = openLines(ruled, bytes, 'utf-8')
  return ruled.starts.slice(1).map((_, i) => [...lines.fieldsOf(i + 1)])
}
