import {
  FINDINGS_MARKS,
  FINDINGS_TABLE,
  isFindingsRow,
  type WordCell,
  type WordTable,
} from '../../office/wordtables.ts'
import { type Budget, LIMITS, tooLarge } from './limits.ts'
import { openFields } from './wordfields.ts'
import { onlyShown } from './wordshown.ts'
import { openWords } from './wordwords.ts'
import { byName, partId, readXml, valueIn, type XmlAttributes, type XmlListener } from './xml.ts'

/** What stands in a document, or in a cell of it, from top to bottom. */
export interface Story {
  readonly blocks: (string | StoryTable)[]
  /** Ids of its pictures, as the relations of the part know them. */
  readonly pictures: string[]
}

export type StoryTable = WordTable<StoryCell>

export interface StoryCell extends WordCell, Story {
  readonly tables: StoryTable[]
}

/** Reads a document in one pass: its words and tables, and the web addresses in its fields. */
export async function readStory(chunks: AsyncIterable<Uint8Array>, budget: Budget) {
  const body: Story = { blocks: [], pictures: [] }
  const fields = openFields()
  const shown = onlyShown(storyListener(body, budget))
  await readXml(chunks, {
    open(element, attributes) {
      fields.open(element, attributes)
      shown.open(element, attributes)
    },
    text(piece) {
      fields.text(piece)
      shown.text(piece)
    },
    close(element) {
      fields.close(element)
      shown.close(element)
    },
  })
  return { body, links: [...fields.links] }
}

function storyListener(body: Story, budget: Budget): Required<XmlListener> {
  const tables: StoryTable[] = []
  const cells: StoryCell[] = []
  let characters = 0
  const place = () => cells.at(-1) ?? body
  const words = openWords((paragraph) => {
    budget.spend(1)
    characters += paragraph.length
    if (characters > LIMITS.characters) throw tooLarge('characters', characters)
    place().blocks.push(paragraph)
  })
  const show = (id: string | undefined) => {
    budget.spend(1)
    if (id !== undefined) place().pictures.push(id)
  }
  const begins = byName<[XmlAttributes]>({
    tbl: () => void tables.push({ ours: false, rows: [] }),
    tr: () => void tables.at(-1)?.rows.push({ before: 0, cells: [] }),
    tc() {
      budget.spend(1)
      const cell = emptyCell()
      tables.at(-1)?.rows.at(-1)?.cells.push(cell)
      cells.push(cell)
    },
    tblCaption(attributes) {
      const table = tables.at(-1)
      if (table && valueIn(attributes, 'val') === FINDINGS_TABLE) table.ours = true
    },
    gridBefore(attributes) {
      const row = tables.at(-1)?.rows.at(-1)
      if (row) row.before = count(attributes)
    },
    gridSpan: (attributes) => change(cells.at(-1), { span: Math.max(1, count(attributes)) }),
    vMerge: (attributes) => change(cells.at(-1), { down: merging(attributes) }),
    hMerge: (attributes) => change(cells.at(-1), { across: merging(attributes) }),
    blip: (attributes) => show(valueIn(attributes, 'embed')),
    imagedata: (attributes) => show(partId(attributes)),
    bookmarkStart(attributes) {
      const name = valueIn(attributes, 'name')
      if (name === FINDINGS_MARKS.head || name === FINDINGS_MARKS.note) words.forget()
    },
  })
  return {
    open(element, attributes) {
      words.open(element, attributes)
      begins.get(element)?.(attributes)
    },
    text: words.text,
    close(element) {
      words.close(element)
      if (element === 'tc') cells.pop()
      const table = element === 'tbl' ? tables.pop() : undefined
      if (!table) return
      table.ours ||= isFindingsRow(table.rows[0]?.cells.map(({ blocks }) => blocks.join('')) ?? [])
      cells.at(-1)?.tables.push(table)
      place().blocks.push(table)
    },
  }
}

function emptyCell(): StoryCell {
  return { span: 1, down: undefined, across: undefined, tables: [], blocks: [], pictures: [] }
}

function change(cell: StoryCell | undefined, how: Partial<StoryCell>): void {
  if (cell) Object.assign(cell, how)
}

function count(attributes: XmlAttributes): number {
  const number = Number.parseInt(valueIn(attributes, 'val') ?? '', 10)
  return number > 0 ? Math.min(number, LIMITS.column + 1) : 0
}

function merging(attributes: XmlAttributes): 'restart' | 'continue' {
  return valueIn(attributes, 'val') === 'restart' ? 'restart' : 'continue'
}
