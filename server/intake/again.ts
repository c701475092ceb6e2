import { createHash } from 'node:crypto'
import { parse } from '../../schema/tables/row.ts'
import type { FilingTable, FindingValue } from '../../schema/tables/submission.ts'
import { EXIT, HubError } from '../errors.ts'
import { findFilingsOf } from '../records/filing.ts'
import type { Db } from '../store/open.ts'
import { type JudgedFile, nameOf } from './check.ts'
import type { FormInHand } from './hand.ts'
import { verdictOf } from './judged.ts'
import { openText } from './readers/decode.ts'
import { delimiterOf } from './readers/delimiter.ts'
import { kindOf } from './readers/kind.ts'

const LONG = 5 * 1024 * 1024 // bytes; what is shorter is judged again in no time

/** A long register that was filed before, with what was found then; null where it must be judged. */
export async function filedBefore(
  db: Db,
  bytes: Uint8Array,
  name: string,
): Promise<JudgedFile | null> {
  if (bytes.length < LONG || kindOf(bytes).kind !== 'text') return null
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const forms = (await findFilingsOf(db, sha256)).map(formOf)
  if (forms.length === 0) return null
  const format = delimiterOf(openText(bytes).start) === '\t' ? 'tsv' : 'csv'
  const verdict = verdictOf(forms.flatMap((form) => form.judged.findings))
  return { file: nameOf(name), sha256, format, verdict, findings: [], forms }
}

function formOf({ template, stored }: FilingTable): FormInHand {
  const { sheet, nil, findings } = parse(stored) as unknown as Stored
  const judged = { template, sheet, reporter: null, period: null, nil, rows: [], totals: [] }
  return {
    judged: { ...judged, findings },
    again: 'adds',
    assigned: null,
    attributed: true,
    claims() {
      const text = 'The file was withdrawn in this very moment. Send it again.'
      throw new HubError('CONFLICT', text, EXIT.CONFLICT)
    },
  }
}

interface Stored {
  readonly sheet: string
  readonly nil: boolean
  readonly findings: readonly FindingValue[]
}
