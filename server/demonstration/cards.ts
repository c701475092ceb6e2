import { hz17A1 } from '../../schema/forms/hz17.ts'
import { annexFields as words } from '../../schema/terms/fields.ts'
import type { Plain, Styled } from '../office/book.ts'
import type { WrittenBlock, WrittenTable } from '../office/document.ts'
import { writeDocx } from '../office/docx.ts'
import { writeXlsx } from '../office/xlsx.ts'
import { withPictures } from './pictures.ts'

/** Annex 1 of Huizhou as an organization filled it in: one card, one activity (HZ17-A1). */
export interface Card {
  readonly filledOn: string
  readonly organization: string
  readonly registeredOn: string
  readonly competentBody: string
  readonly leaderName: string
  readonly leaderPhone: string
  readonly time: string
  readonly place: string
  readonly heads: string
  readonly recorded: string
  readonly published: string
  readonly summary: string
  readonly photos: readonly Buffer[]
}

/** The annex in Word: heading, stamp line and table, copied for each further activity. */
export function cardDocument(cards: readonly Card[]): Promise<Buffer> {
  const blocks = cards.flatMap((card, i): WrittenBlock[] => [
    { text: hz17A1.name.zh, look: 'title', ...(i > 0 && { newPage: true }) },
    { text: `${words.formDate.zh}：${card.filledOn}　　　　${words.stamp.zh}：` },
    cardTable(card),
  ])
  return writeDocx({ blocks })
}

function cardTable(card: Card): WrittenTable {
  return {
    widths: [22, 28, 22, 28],
    rows: [
      [label('organizationName'), card.organization, null, null],
      [label('registeredOn'), card.registeredOn, label('competentBody'), card.competentBody],
      [label('leaderName'), card.leaderName, label('leaderPhone'), card.leaderPhone],
      [label('time'), card.time, label('place'), card.place],
      [label('volunteerHeadcount'), card.heads, label('hoursRecorded'), card.recorded],
      [label('projectPublished'), card.published, null, null],
      [label('summary'), { text: card.summary, height: 30 }, null, null],
      [label('photos'), { pictures: card.photos }, null, null],
    ],
    merges: ['B1:D1', 'B6:D6', 'B7:D7', 'B8:D8'],
  }
}

const label = (field: keyof typeof words) => ({ text: words[field].zh, look: 'label' as const })

const ROWS_OF_A_CARD = 11

/** The annex as a workbook, one card below the other, its photos laid over the last box. */
export async function cardBook(cards: readonly Card[]): Promise<Buffer> {
  const rows = cards.flatMap(cardRows)
  const merges = cards.flatMap((_, i) => {
    const top = i * ROWS_OF_A_CARD
    return [`A${top + 1}:D${top + 1}`, ...[3, 8, 9, 10].map((row) => `B${top + row}:D${top + row}`)]
  })
  const book = await writeXlsx({
    sheets: [{ name: '活动情况表', widths: [24, 30, 24, 30], rows, merges }],
  })
  const pasted = cards.flatMap(({ photos }, i) =>
    photos.map((bytes, column) => ({
      row: (i + 1) * ROWS_OF_A_CARD - 1,
      column: 2 + column * 2,
      bytes,
    })),
  )
  return withPictures(book, pasted)
}

function cardRows(card: Card): (Plain | Styled)[][] {
  const head = (field: keyof typeof words): Styled => ({ value: words[field].zh, style: 'header' })
  return [
    [{ value: hz17A1.name.zh, style: 'title' }],
    [`${words.formDate.zh}：${card.filledOn}`, null, `${words.stamp.zh}：`],
    [head('organizationName'), card.organization],
    [head('registeredOn'), card.registeredOn, head('competentBody'), card.competentBody],
    [head('leaderName'), card.leaderName, head('leaderPhone'), card.leaderPhone],
    [head('time'), card.time, head('place'), card.place],
    [head('volunteerHeadcount'), card.heads, head('hoursRecorded'), card.recorded],
    [head('projectPublished'), card.published],
    [head('summary'), card.summary],
    [head('photos')],
    [],
  ]
}
