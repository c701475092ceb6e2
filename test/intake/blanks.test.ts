import { afterAll, describe, expect, it } from 'vitest'
import { FORMS, findForm } from '../../schema/forms/shelf.ts'
import { writeBlank } from '../../server/intake/blanks/write.ts'
import { checkFile } from '../../server/intake/check.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { WORLD } from './zq19.ts'

afterAll(closeReaders)

const UNIT = '共青团肇庆市端州区委员会'
const blanks = FORMS.flatMap((form) =>
  ['xlsx', 'docx'].map((format) => [form.code, format] as const),
)

async function blankOf(code: string, format: string): Promise<Buffer | null> {
  const form = findForm(code)
  if (form === undefined) throw new Error(`no form ${code}`)
  const period = { from: '2019-03-01', to: '2019-03-08' }
  return writeBlank(form, format, WORLD, { unit: UNIT, period })
}

describe('A blank', () => {
  it.each(blanks)('of %s as %s is known again when it is sent back', async (code, format) => {
    const bytes = await blankOf(code, format)
    if (bytes === null) return
    const { format: read, forms, findings } = await checkFile(bytes, `空白表.${format}`, WORLD)
    expect(findings.map((one) => one.code)).toEqual([])
    expect([read, forms.map(({ judged }) => judged.template)]).toEqual([format, [code]])
    expect(
      forms[0]?.judged.rows.flatMap((row) => Object.values(row.cells).map((one) => one.value)),
    ).toEqual(
      forms[0]?.judged.rows.flatMap((row) =>
        Object.keys(row.cells).map((field) => PRINTED[code]?.(field) ?? null),
      ),
    )
  })

  it('of the statistics form carries unit and period of the office that fetched it', async () => {
    for (const format of ['xlsx', 'docx']) {
      const bytes = (await blankOf('ZQ19-FORM', format)) as Buffer
      const { forms } = await checkFile(bytes, `统计表.${format}`, WORLD)
      expect(forms[0]?.judged).toMatchObject({
        reporter: { raw: UNIT, organization: 'organization:441202-0001' },
        period: { from: '2019-03-01', to: '2019-03-08' },
        nil: true,
        rows: [],
      })
    }
  })

  it('is the same, byte for byte, whenever it is fetched', async () => {
    for (const [code, format] of blanks) {
      const [one, two] = [await blankOf(code, format), await blankOf(code, format)]
      expect(one?.equals(two as Buffer) ?? two === null).toBe(true)
    }
  })

  it('exists for every form, as a workbook or as a document', async () => {
    for (const { code } of FORMS) {
      const made = [await blankOf(code, 'xlsx'), await blankOf(code, 'docx')]
      expect(made.some((bytes) => bytes !== null)).toBe(true)
    }
  })
})

/** What a blank holds already. */
const PRINTED: Readonly<Record<string, (field: string) => unknown>> = {
  'HZ17-A1': (field) => (field === 'organizationName' ? UNIT : field === 'photos' ? 0 : undefined),
}
