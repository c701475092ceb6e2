import { afterAll, describe, expect, it } from 'vitest'
import { a2Categories } from '../../schema/terms/submission.ts'
import { checkFile } from '../../server/intake/check.ts'
import type { JudgedForm } from '../../server/intake/judged.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import type { World } from '../../server/intake/world.ts'
import type { Plain } from '../../server/office/book.ts'
import type { WrittenTable } from '../../server/office/document.ts'
import { writeDocx } from '../../server/office/docx.ts'
import { writeXlsx } from '../../server/office/xlsx.ts'
import { daysLate } from '../../server/records/due.ts'
import { jpeg, png } from '../helpers/photo.ts'
import { WORLD as ZQ19 } from './zq19.ts'

afterAll(closeReaders)

const WORLD: World = {
  ...ZQ19,
  organizations: [
    ...ZQ19.organizations,
    {
      id: 'organization:441302-0001',
      nameZh: '惠城区示例志愿服务队',
      aliases: ['示例队'],
      region: 'region:441302',
    },
    {
      id: 'organization:441302-0002',
      nameZh: '惠城区文明办',
      aliases: [],
      region: 'region:441302',
    },
  ],
  campaigns: [
    ...ZQ19.campaigns,
    {
      id: 'campaign:HZ-2017-REVIEW',
      region: 'region:441300',
      startsOn: null,
      endsOn: '2017-08-31',
      groups: [],
    },
  ],
  obligations: ['HZ17-A1', 'HZ17-A2'].map((template) => ({
    id: `obligation:${template}`,
    campaign: 'campaign:HZ-2017-REVIEW',
    template,
    final: false,
    periods: [],
    weekly: { weekday: 'TUE', cutoff: '18:00', covers: 'PREVIOUS_WEEK', until: '2017-08-31' },
  })),
}

/** What a clerk wrote on one card; the labels are those of the annex. */
interface Card {
  readonly organization?: string
  readonly phone?: string
  readonly time?: string
  readonly place?: string
  readonly heads?: string
  readonly recorded?: string
  readonly published?: string
  readonly summary?: string
  readonly photos?: readonly Uint8Array[]
}

const GOOD = {
  organization: '惠城区示例志愿服务队',
  phone: '13800130001',
  time: '2017年6月6日 9:00-11:30',
  place: '惠城区示例社区',
  heads: '20',
  recorded: '是',
  published: '是',
  summary: '清洁家园志愿服务。队员清扫社区道路。',
}

function tableOf(card: Card): WrittenTable {
  const said = { ...GOOD, ...card }
  const photos = card.photos ?? [jpeg({ takenOn: '2017-06-06' }), jpeg({ takenOn: '2017-06-06' })]
  return {
    widths: [22, 28, 22, 28],
    rows: [
      ['志愿服务组织名称', said.organization, null, null],
      ['注册成立时间', '2015年3月', '主管单位', '惠城区文明办'],
      ['志愿服务组织\n负责人姓名', '张示例', '志愿服务组织\n负责人手机号码', said.phone],
      ['时间', said.time, '地点', said.place],
      ['参加活动志愿者人数', said.heads, '是否记录时长', said.recorded],
      ['项目是否发布', said.published, null, null],
      ['活动内容简介', said.summary, null, null],
      ['2张活动实景图片（JPG或JPEG格式）粘贴', { pictures: photos }, null, null],
    ],
    merges: ['B1:D1', 'B6:D6', 'B7:D7', 'B8:D8'],
  }
}

async function judgeWord(cards: readonly Card[], heading = '填表时间：2017年6月12日　单位盖章：') {
  const blocks = cards.flatMap((card) => [
    { text: '市直和驻惠单位志愿服务组织开展活动情况表', look: 'title' as const },
    { text: heading },
    tableOf(card),
  ])
  return checkFile(await writeDocx({ blocks }), '活动情况表.docx', WORLD)
}

const told = (form: JudgedForm | undefined) =>
  form?.findings.map(({ code, cell }) => `${cell} ${code}`)

async function judgeOne(card: Card): Promise<JudgedForm> {
  const { forms } = await judgeWord([card])
  return forms[0]?.judged as JudgedForm
}

describe('Annex 1 of Huizhou 2017 in Word', () => {
  it('is one activity, each box read, names and numbers of persons left out', async () => {
    const { verdict, format, forms } = await judgeWord([{}])
    expect({ verdict, format }).toEqual({ verdict: 'ACCEPTED', format: 'docx' })
    const [form] = forms
    expect(form?.judged).toMatchObject({
      template: 'HZ17-A1',
      sheet: '表1',
      reporter: { organization: 'organization:441302-0001', region: '441302' },
      period: { from: '2017-06-05', to: '2017-06-11' },
      rows: [
        {
          kind: 'activity',
          held: false,
          cells: {
            formDate: { value: '2017-06-12' },
            organizationName: { cell: 'R1C2', value: '惠城区示例志愿服务队' },
            competentBody: { cell: 'R2C4', value: '惠城区文明办' },
            time: { value: { start: '2017-06-06T09:00+08:00', end: '2017-06-06T11:30+08:00' } },
            place: { value: '惠城区示例社区' },
            volunteerHeadcount: { cell: 'R5C2', value: 20 },
            hoursRecorded: { value: true },
            projectPublished: { value: true },
            photos: { value: 2 },
          },
        },
      ],
    })
    const said = JSON.stringify(form?.judged)
    expect(said).not.toContain('张示例')
    expect(said).not.toContain('13800130001')
  })

  it('A11: copied five times in one file is five activities', async () => {
    const days = ['5', '6', '7', '8', '9']
    const { forms } = await judgeWord(days.map((day) => ({ time: `2017年6月${day}日` })))
    expect(forms.map((form) => form.judged.sheet)).toEqual(['表1', '表2', '表3', '表4', '表5'])
    expect(forms.map((form) => form.judged.rows[0]?.held)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })

  it.each<[string, Card, string, string]>([
    [
      'hours recorded of a project that was not published',
      { published: '否' },
      'E_PUBLISH_RULE',
      'R5C4',
    ],
    ['a head-count in words that say no number', { heads: '若干' }, 'E_VAGUE', 'R5C2'],
    ['no head-count', { heads: '' }, 'E_MISSING', 'R5C2'],
    ['both boxes ticked', { recorded: '☑是☑否' }, 'E_VAGUE', 'R5C4'],
    ['a telephone number of ten digits', { phone: '1380013000' }, 'E_PHONE', 'R3C4'],
    ['J10: a picture that is a PNG', { photos: [jpeg({}), png()] }, 'E_PHOTO_TYPE', 'R8C2'],
  ])('%s holds the activity and names the box', async (_, card, code, cell) => {
    const form = await judgeOne(card)
    expect(told(form)).toContain(`${cell} ${code}`)
    expect(form.rows[0]?.held).toBe(true)
  })

  it.each<[string, Card, string]>([
    ['J08: one photo', { photos: [jpeg({})] }, 'W_PHOTO_COUNT'],
    [
      'J11: a photo taken the year before, with its place',
      { photos: [jpeg({}), jpeg({ takenOn: '2016-05-01', place: true })] },
      'W_PHOTO_DATE',
    ],
    ['an unknown organization', { organization: '某某志愿队' }, 'W_ORG_UNKNOWN'],
    ['about so many', { heads: '约20人' }, 'W_APPROX'],
  ])('%s is remarked and the activity taken', async (_, card, code) => {
    const form = await judgeOne(card)
    expect(form.findings.map((one) => one.code)).toContain(code)
    expect(form.rows[0]?.held).toBe(false)
  })

  it('ticks, full-width digits and old ways to write are understood without an error', async () => {
    const form = await judgeOne({ recorded: '√', published: '☑是□否', heads: '２０人' })
    expect(form.findings.filter((one) => one.severity === 'ERROR')).toEqual([])
    expect(form.rows[0]?.cells).toMatchObject({
      volunteerHeadcount: { value: 20 },
      hoursRecorded: { value: true },
      projectPublished: { value: true },
    })
  })

  it('a summary with a telephone number is withheld, its head-count is taken', async () => {
    const form = await judgeOne({ summary: '慰问老人，联系人张示例13800130002' })
    expect(form.rows[0]).toMatchObject({
      held: false,
      cells: { summary: { raw: null, value: null }, volunteerHeadcount: { value: 20 } },
    })
    expect(told(form)).toContain('R7C2 E_PII')
    expect(JSON.stringify(form)).not.toContain('13800130002')
  })
})

describe('The due time of annex 1', () => {
  it.each([
    ['before close of work on Tuesday', '2017-06-13T18:00:00+08:00', 0],
    ['K05: a second later', '2017-06-13T18:00:01+08:00', 1],
    ['on the next day', '2017-06-14T09:00:00+08:00', 1],
  ])('%s', async (_, receivedAt, late) => {
    const blocks = [{ text: '填表时间：2017年6月12日' }, tableOf({})]
    const bytes = await writeDocx({ blocks })
    const { forms } = await checkFile(bytes, '表.docx', WORLD, { receivedAt })
    const { due } = forms[0]?.assigned?.period ?? {}
    expect(due).toBe('2017-06-13T18:00:00+08:00')
    expect(daysLate(new Date(due ?? 0).toISOString(), receivedAt)).toBe(late)
  })
})

describe('Annex 1 as a workbook', () => {
  it('is read from the same labels, several below each other', async () => {
    const card = (heads: string): Plain[][] => [
      ['填表时间：2017-06-12', null, '单位盖章：'],
      ['志愿服务组织名称', '惠城区示例志愿服务队'],
      ['注册成立时间', null, '主管单位', '惠城区文明办'],
      ['志愿服务组织负责人姓名', '张示例', '志愿服务组织负责人手机号码', '13800130001'],
      ['时间', '6月6日', '地点', '示例社区'],
      ['参加活动志愿者人数', heads, '是否记录时长', '否'],
      ['项目是否发布', '否'],
      ['活动内容简介', '清洁家园'],
      ['活动实景图片'],
    ]
    const rows = [...card('20'), [], ...card('30')]
    const bytes = await writeXlsx({ sheets: [{ name: '情况表', rows }] })
    const { forms } = await checkFile(bytes, '情况表.xlsx', WORLD)
    expect(forms.map(({ judged }) => judged.rows[0])).toMatchObject([
      { row: 1, held: false, cells: { volunteerHeadcount: { cell: 'B6', value: 20 } } },
      { row: 11, held: false, cells: { volunteerHeadcount: { cell: 'B16', value: 30 } } },
    ])
    expect(forms[0]?.judged.findings.map(({ code }) => code)).toEqual([
      'W_YEAR_INFERRED',
      'W_PHOTO_COUNT',
    ])
  })
})

describe('Annex 2', () => {
  const TITLES = ['类别', '志愿服务组织名称', '活动内容', '日期及时间', '志愿者参加人数']

  async function judge(week: string, rows: readonly (readonly Plain[])[], merges: string[] = []) {
    const book = {
      sheets: [
        {
          name: '汇总表',
          rows: [
            ['各区开展活动情况汇总表'],
            [`活动开展日间：${week}　　填表单位：惠城区文明办`],
            TITLES,
            ...rows,
          ],
          merges,
        },
      ],
    }
    const { forms } = await checkFile(await writeXlsx(book), '汇总表.xlsx', WORLD)
    return forms[0]?.judged as JudgedForm
  }

  it('has its categories filled down, merged or blank', async () => {
    const form = await judge(
      '6月第2周',
      [
        ['区直单位', '示例队', '清洁家园', '6月6日', 20],
        [null, '另一队', '文明交通劝导', '6月7日', 15],
        ['各街道', '街道队', '慰问老人', '6月8日', '约30人'],
        ['合计', null, null, null, 70],
      ],
      ['A4:A5'],
    )
    expect(form).toMatchObject({
      template: 'HZ17-A2',
      reporter: { organization: 'organization:441302-0002' },
      totals: [{ field: 'volunteerHeadcount', declared: 70, computed: 65 }],
    })
    expect(
      form.rows.map(({ cells }) => [cells.category?.value, cells.volunteerHeadcount?.value]),
    ).toEqual([
      ['DISTRICT_UNIT', 20],
      ['DISTRICT_UNIT', 15],
      ['SUBDISTRICT', 30],
    ])
    expect(a2Categories.DISTRICT_UNIT.zh).toBe('区直单位')
  })

  it('a week that may be two has to be said in days', async () => {
    const form = await judge('7月第1周', [['区直单位', '示例队', '清洁家园', '7月4日', 20]])
    expect(told(form)).toContain('A2 E_WEEK_AMBIGUOUS')
  })
})
