import { wordPlace as namedPlace } from '../office/address.ts'
import type { Claim } from '../records/claim.ts'
import type { FormInHand } from './hand.ts'
import type { JudgedCell, JudgedForm, JudgedRow } from './judged.ts'

/** The same form with the cells of its Word tables named as a reader counts them: `R6C2`, not `B6`. */
export function inWordPlaces(form: FormInHand): FormInHand {
  return {
    ...form,
    judged: placed(form.judged),
    claims: (origin, numbering) => form.claims(origin, numbering).map(placedClaim),
  }
}

/** Only what names a cell of a sheet: a place in the text outside tables stays as it is. */
const wordPlace = (cell: string) => (/^[A-Z]+\d+$/.test(cell) ? namedPlace(cell) : cell)

function placed(form: JudgedForm): JudgedForm {
  return {
    ...form,
    rows: form.rows.map(placedRow),
    totals: form.totals.map((total) => ({ ...total, cell: wordPlace(total.cell) })),
    findings: form.findings.map((one) =>
      one.cell === undefined ? one : { ...one, cell: wordPlace(one.cell) },
    ),
  }
}

function placedRow(row: JudgedRow): JudgedRow {
  const cells = Object.fromEntries(
    Object.entries(row.cells).map(([field, cell]) => [field, placedCell(cell)]),
  )
  const coverage = row.coverage?.map(({ audience, beneficiaryPersonTimes }) => ({
    ...(audience && { audience: placedCell(audience) }),
    ...(beneficiaryPersonTimes && { beneficiaryPersonTimes: placedCell(beneficiaryPersonTimes) }),
  }))
  return { ...row, cells, ...(coverage && { coverage }) }
}

const placedCell = (cell: JudgedCell): JudgedCell => ({ ...cell, cell: wordPlace(cell.cell) })

function placedClaim(claim: Claim): Claim {
  if (claim.content === null) return claim
  const { sources, observations } = claim.content
  return {
    ...claim,
    content: {
      ...claim.content,
      sources: sources.map((one) =>
        one.cell == null ? one : { ...one, cell: wordPlace(one.cell) },
      ),
      ...(observations && {
        observations: observations.map((one) => ({ ...one, cell: wordPlace(one.cell) })),
      }),
    },
  }
}
