import { readFile } from 'node:fs/promises'
import { afterAll, expect, it } from 'vitest'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { receive } from '../../server/intake/receive.ts'
import { ask } from '../helpers/ask.ts'
import { filledForm } from '../helpers/forms.ts'
import { newHub } from '../helpers/hub.ts'

// Another year is a file and not a change of code: a notice that nobody ever wrote, on the form of 2019.

const NOTICE = {
  format: 'linzhan-policy/1',
  document: {
    id: 'T27',
    title: '关于开展2027年示例行动月的通知（测试）',
    number: '测〔2027〕1号',
    issuers: ['测试单位'],
    issuedOn: '2027-02-26',
    region: '441300',
  },
  clauses: [
    { ref: 'T27-01', place: '一', text: '3月开展行动月', gloss: 'an action month in March' },
    { ref: 'T27-02', place: '二', text: '每月15日前报送', gloss: 'report before the 15th' },
    { ref: 'T27-03', place: '三', text: '不少于100项', gloss: 'at least 100' },
  ],
  organizations: [
    {
      id: 'T27-HC',
      name: { zh: '惠城区示例办公室', en: 'Huicheng sample office' },
      aliases: ['惠城示例办'],
      type: 'CIVILITY_OFFICE',
      region: '441302',
      clause: 'T27-01',
    },
  ],
  campaigns: [
    {
      id: 'HZ-2027-TEST',
      name: { zh: '2027年示例行动月', en: 'Sample month 2027' },
      region: '441300',
      startsOn: '2027-03-01',
      endsOn: '2027-03-31',
      organizers: [],
      clause: 'T27-01',
      groups: [
        { code: 'N1', name: { zh: '看书', en: 'Reading' }, clause: 'T27-01', words: ['阅读推广'] },
      ],
    },
  ],
  obligations: [
    {
      id: 'T27-MONTH',
      campaign: 'HZ-2027-TEST',
      template: 'ZQ19-FORM',
      rule: { zh: '15日前', en: 'before the 15th' },
      clause: 'T27-02',
      periods: [
        { code: 'M1', from: '2027-03-01', to: '2027-03-15', due: '2027-03-15T23:59:59+08:00' },
      ],
    },
  ],
  reporters: [
    {
      campaign: 'HZ-2027-TEST',
      kind: 'COUNTY',
      region: '441302',
      organization: 'T27-HC',
      clause: 'T27-01',
    },
  ],
  indicators: [
    {
      id: 'T27-03',
      code: 'ACTIVITY_COUNT',
      name: { zh: '活动数', en: 'Activities' },
      unit: '项',
      definition: { zh: '活动数', en: 'activities' },
      target: { region: '441300', comparison: '>=', low: 100, high: null, due: '2027-03-31' },
      clause: 'T27-03',
    },
  ],
}

afterAll(closeReaders)

it('a notice of another city and year brings its campaign, dates, reporters and targets with it', async () => {
  const { store, close } = await newHub('sqlite')
  const now = '2027-03-16T00:00:00Z'
  const file = async (name: string, bytes: Uint8Array, receivedAt = now) =>
    receive(store, { name, bytes }, { now, receivedAt, sample: true })
  await file(
    'divisions.csv',
    await readFile(new URL('../../seeds/real/divisions.csv', import.meta.url)),
  )
  expect(await file('T27.json', Buffer.from(JSON.stringify(NOTICE)))).toMatchObject({
    verdict: 'ACCEPTED',
  })

  const form = await filledForm({
    reporter: '惠城示例办',
    period: null,
    rows: [{ name: '阅读推广进社区（惠城示例办）', personTimes: 40, hours: 80 }],
  })
  expect(await file('三月.xlsx', form)).toMatchObject({
    verdict: 'ACCEPTED',
    receipts: [{ due: '2027-03-15T15:59:59.000Z', daysLate: 1 }],
  })
  const { campaign, indicators } = await ask(
    store,
    `{ campaign(id: "campaign:HZ-2027-TEST") {
        figures(measures: [VOLUNTEER_PERSON_TIMES]) { value reporting { expected received late } }
        activities { nodes { name group { name } } }
        obligations { dueDates source { clause document { title } } } }
      indicators(region: "441300") { name target { low due source { clause } } } }`,
  )
  expect(campaign.figures).toEqual([
    { value: 40, reporting: { expected: 1, received: 1, late: 1 } },
  ])
  expect(campaign.activities.nodes).toEqual([{ name: '阅读推广进社区', group: { name: '看书' } }])
  expect(campaign.obligations).toMatchObject([
    { source: { clause: 'T27-02', document: { title: NOTICE.document.title } } },
  ])
  expect(indicators).toMatchObject([
    { name: '活动数', target: { low: 100, source: { clause: 'T27-03' } } },
  ])
  await close()
})

it('a notice that names a clause it does not have is refused, and says where', async () => {
  const { store, close } = await newHub('sqlite')
  const broken = { ...NOTICE, indicators: [{ ...NOTICE.indicators[0], clause: 'T27-99' }] }
  const bytes = Buffer.from(JSON.stringify(broken))
  const { verdict, forms } = await receive(
    store,
    { name: 'T27.json', bytes },
    { now: '2027-03-16T00:00:00Z', sample: true },
  )
  expect(verdict).toBe('NEEDS_CORRECTION')
  expect(forms[0]?.judged.findings).toMatchObject([
    { code: 'E_POLICY', cell: 'indicators[0].clause' },
  ])
  expect(await ask(store, '{ documents { totalCount } }')).toEqual({ documents: { totalCount: 0 } })
  await close()
})
