import { hintOf } from '../../schema/forms/hint.ts'
import { findForm } from '../../schema/forms/shelf.ts'
import type { FindingValue } from '../../schema/tables/submission.ts'
import type { Mark } from '../office/findings.ts'
import { markXlsx } from '../office/mark.ts'
import { markDocx } from '../office/markdocx.ts'
import type { JudgedFile } from './check.ts'

/** The same file with its findings in the cells; null for kinds of file that cannot carry any. */
export async function markedCopy(bytes: Uint8Array, judged: JudgedFile): Promise<Buffer | null> {
  const mark = MARKERS[judged.format]
  return mark === undefined ? null : mark(bytes, marksOf(judged))
}

const MARKERS: Readonly<Record<string, typeof markXlsx>> = { xlsx: markXlsx, docx: markDocx }

function marksOf(judged: JudgedFile): Mark[] {
  return judged.forms.flatMap((form) =>
    form.judged.findings.flatMap((finding) => markOf(finding, form.judged.template)),
  )
}

function markOf(finding: FindingValue, template: string): Mark[] {
  const { sheet, cell, severity, code, message } = finding
  if (sheet === undefined || cell === undefined || severity === 'NOTE') return []
  const advice = severity === 'ERROR' ? adviceOf(finding, template) : undefined
  return [
    {
      sheet,
      cell,
      severity: severity as 'ERROR' | 'WARNING',
      text: `${message.zh}\n${message.en}\n(${code})`,
      ...(advice && { advice }),
    },
  ]
}

/** What to write in the column, as its blank says it. */
function adviceOf({ field }: FindingValue, template: string): string | undefined {
  const columns = findForm(template)?.tables.flatMap((table) => table.columns) ?? []
  const column = columns.find((one) => one.field === field)
  return column && hintOf(column).zh
}
