import { afterAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../server/intake/check.ts'
import { assignPeriod } from '../../server/intake/period.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { filledForm } from '../helpers/forms.ts'
import { WORLD } from './zq19.ts'

afterAll(closeReaders)

const [weekly] = WORLD.obligations
const world = {
  ...WORLD,
  obligations: [
    ...WORLD.obligations,
    {
      ...(weekly as NonNullable<typeof weekly>),
      id: 'obligation:ZQ19-FINAL',
      final: true,
      periods: [
        { code: 'FINAL', from: '2019-03-01', to: '2019-03-31', due: '2019-04-03T23:59:59+08:00' },
      ],
    },
  ],
}

const takenFor = (from: string, to: string) =>
  assignPeriod(world, 'ZQ19-FORM', { from, to }, null, null)?.period.code ?? null

describe('The period of a form', () => {
  it.each([
    ['the days of a week', '2019-03-01', '2019-03-08', 'W1'],
    ['some days of a week', '2019-03-05', '2019-03-06', 'W1'],
    ['the whole month', '2019-03-01', '2019-03-31', 'FINAL'],
    ['nearly the whole month', '2019-03-01', '2019-03-30', 'FINAL'],
    ['two weeks, to the end of the second', '2019-03-01', '2019-03-15', 'W2'],
    ['Monday to Sunday, across two', '2019-03-04', '2019-03-10', 'W1'],
    ['days that nobody asks for', '2019-05-01', '2019-05-08', null],
  ])('%s: it is the one that fits best', (_, from, to, code) => {
    expect(takenFor(from, to)).toBe(code)
  })

  it('that is none of those due is taken for the nearest, and the office is told', async () => {
    const rows = [{ name: '清洁家园（端州区团委）', personTimes: 40, hours: 60 }]
    const at = (period: string) =>
      filledForm({ reporter: '共青团肇庆市端州区委员会', period, rows })
    const odd = await checkFile(await at('3月4日至3月10日'), '表.xlsx', world)
    const told = odd.forms[0]?.judged.findings.find(({ code }) => code === 'W_PERIOD_UNUSUAL')
    expect(told?.message.zh).toBe(
      '报送期2019-03-04 – 2019-03-10不是规定的报送期，按2019-03-01 – 2019-03-08收；若不对，请改报送期',
    )
    const usual = await checkFile(await at('3月5日至3月8日'), '表.xlsx', world)
    expect(usual.forms[0]?.judged.findings.map(({ code }) => code)).not.toContain(
      'W_PERIOD_UNUSUAL',
    )
  })
})
