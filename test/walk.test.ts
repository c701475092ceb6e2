import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Serving } from '../server/http/serve.ts'
import { checkFile } from '../server/intake/check.ts'
import { knownWorld } from '../server/intake/known.ts'
import { closeReaders } from '../server/intake/readers/child.ts'
import { receive } from '../server/intake/receive.ts'
import { markXlsx } from '../server/office/mark.ts'
import { ask } from './helpers/ask.ts'
import { openBrowser } from './helpers/browser.ts'
import { filledForm, PERIODS } from './helpers/forms.ts'
import { ENGINES, fedHub, NOW, type TestHub } from './helpers/hub.ts'
import { serveStore } from './helpers/server.ts'

// The tour of the README, step by step, and the example of the whole: one cell of one form walks to
// the store, the graph, the page and the file.

const FIGURE = `query ($at: Int!) { at(revision: $at) { campaign(id: "campaign:ZQ-2019-MONTH") {
  statistics(measures: [VOLUNTEER_PERSON_TIMES], by: [ORGANIZATION]) {
    rows { keys { code } figures { value qualifier status sources { sheet cell raw submission { id } } } } } } } }`

const COLLEGE = 'organization:ZQ-0003'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await closeReaders()
})

describe.each(ENGINES)('one cell walks through the house (%s)', (engine) => {
  let hub: TestHub
  let serving: Serving
  let broken: Buffer
  let before: number

  beforeAll(async () => {
    hub = await fedHub(engine)
    serving = await serveStore(hub.store)
  })
  afterAll(async () => {
    await serving.stop()
    await hub.close()
  })

  const form = (personTimes: string | number) =>
    filledForm({
      reporter: '肇庆开放大学',
      period: PERIODS.FINAL,
      rows: [
        {
          name: '文明交通劝导（肇庆开放大学）',
          personTimes,
          hours: 150,
          audience: '空巢老人',
          served: 33,
        },
      ],
    })
  const figure = async (at: number) => {
    const { at: past } = await ask(hub.store, FIGURE, { at })
    const { rows } = past.campaign.statistics
    return rows.find((row: { keys: { code: string }[] }) => row.keys[0]?.code === COLLEGE)
      .figures[0]
  }

  it('1. a cell is broken: the report names it and says what to write', async () => {
    broken = await form('1O0')
    const judged = await checkFile(broken, '统计表.xlsx', await knownWorld(hub.store.read))
    expect(judged.verdict).toBe('NEEDS_CORRECTION')
    const errors = judged.forms[0]?.judged.findings.filter((one) => one.severity === 'ERROR')
    expect(errors).toMatchObject([
      { code: 'E_NOT_NUMBER', sheet: '统计表', cell: 'C5', field: 'volunteerPersonTimes' },
    ])
    expect(errors?.[0]?.message.zh).toContain('收到“1O0”')
  })

  it('2. the same file comes back with the remark in the cell', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linzhan-walk-'))
    const file = join(folder, '统计表.xlsx')
    const marks = [{ sheet: '统计表', cell: 'C5', severity: 'ERROR' as const, text: '应为数字' }]
    writeFileSync(file, await markXlsx(broken, marks))
    const again = await checkFile(
      readFileSync(file),
      '统计表.xlsx',
      await knownWorld(hub.store.read),
    )
    expect(again.forms[0]?.judged.rows[0]?.cells.volunteerPersonTimes?.raw).toBe('1O0')
  })

  it('3. it is filed: the row is held and no number appears', async () => {
    before = (await ask(hub.store, '{ revision { number } }')).revision.number
    const file = { name: '统计表.xlsx', bytes: broken }
    const { verdict, revision } = await receive(hub.store, file, { now: NOW, sample: true })
    expect(verdict).toBe('NEEDS_CORRECTION')
    expect(revision).toBe(before + 1)
    expect(await figure(before + 1)).toMatchObject({ value: null, status: 'NOT_REPORTED' })
  })

  it('4. it is mended: store, graph, page and file show the number and the cell it came from', async () => {
    const bytes = await form('约100人')
    const { verdict, receipts } = await receive(
      hub.store,
      { name: '更正.xlsx', bytes },
      { now: NOW, sample: true },
    )
    expect(verdict).toBe('ACCEPTED')
    const submission = receipts[0]?.submission

    const stored = await hub.store.read
      .selectFrom('observation')
      .select(['value', 'qualifier', 'cell', 'raw'])
      .where('organization', '=', COLLEGE)
      .where('measure', '=', 'VOLUNTEER_PERSON_TIMES')
      .where('until', 'is', null)
      .execute()
    expect(stored).toEqual([{ value: 100, qualifier: 'APPROX', cell: 'C5', raw: '约100人' }])

    expect(await figure(before + 2)).toEqual({
      value: 100,
      qualifier: 'APPROX',
      status: 'OBSERVED',
      sources: [{ sheet: '统计表', cell: 'C5', raw: '约100人', submission: { id: submission } }],
    })

    const page = await browser.newPage()
    await page.goto(`${serving.url}/zh/submissions/${submission?.replace('submission:', '')}`)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    const text = await page.locator('main').textContent()
    expect(text).toContain('肇庆开放大学')
    expect(text).toContain('C5')
    expect(text).toContain('约100人')
    await page.close()

    const csv = await (await fetch(`${serving.url}/data/activities.csv`)).text()
    const line = csv.split('\r\n').find((one) => one.includes('ZQ-0003-FINAL-01'))
    expect(line).toContain('文明交通劝导,')
    expect(line).toContain(',100,约数,1,150,')
  })

  it('5. the past is asked: it says what it said', async () => {
    expect(await figure(before)).toMatchObject({ value: null, status: 'NOT_REPORTED' })
    const old = await (await fetch(`${serving.url}/data/r${before}/activities.csv`)).text()
    expect(old).not.toContain('ZQ-0003-FINAL-01')
  })
})
