import { afterAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../server/intake/check.ts'
import type { CheckOptions } from '../../server/intake/hand.ts'
import type { JudgedForm } from '../../server/intake/judged.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import type { Plain, Styled, WrittenSheet } from '../../server/office/book.ts'
import { openParts } from '../../server/office/parts.ts'
import { writeXlsx } from '../../server/office/xlsx.ts'
import { MEDIA_TITLES, TITLES, UNDER_TITLES, WORLD } from './zq19.ts'

afterAll(closeReaders)

type Row = readonly (Plain | Styled)[]

interface Written {
  readonly name?: string
  readonly heading?: Row
  readonly titles?: Row
  readonly activities: readonly Row[]
  readonly total?: Row
  readonly media?: readonly Row[]
  readonly mediaTotal?: Row
  readonly footer?: readonly Row[]
  readonly merges?: readonly string[]
}

const HEADING = [
  '填报单位（盖章）：共青团肇庆市端州区委员会',
  null,
  null,
  null,
  null,
  '报送期：2019-03-01至2019-03-08',
]

/** The form as it is printed: titles in rows 3 and 4, activities from row 5 on. */
function sheetOf(written: Written): WrittenSheet {
  const media =
    written.media === undefined ? [] : [['媒体宣传情况'], MEDIA_TITLES, ...written.media]
  return {
    name: written.name ?? '统计表',
    rows: [
      ['2019肇庆市“学雷锋全民志愿服务行动月”活动开展情况统计表'],
      written.heading ?? HEADING,
      written.titles ?? TITLES,
      UNDER_TITLES,
      ...written.activities,
      ...(written.total === undefined ? [] : [written.total]),
      ...media,
      ...(written.mediaTotal === undefined ? [] : [written.mediaTotal]),
      ...(written.footer ?? []),
    ],
    merges: ['A1:H1', 'E3:F3', ...(written.merges ?? [])],
  }
}

async function judge(written: Written, change?: (xml: string) => string, options?: CheckOptions) {
  const parts = await openParts(await writeXlsx({ sheets: [sheetOf(written)] }))
  const part = 'xl/worksheets/sheet1.xml'
  if (change !== undefined) parts.put(part, change(parts.text(part) ?? ''))
  const file = await checkFile(await parts.pack(), '统计表.xlsx', WORLD, options)
  const form = file.forms[0]?.judged as JudgedForm
  return { file, form }
}

/** What was remarked, by cell, without what every electronic form carries. */
function told(form: JudgedForm): string[] {
  return form.findings
    .filter(({ code }) => code !== 'W_STAMP_MISSING' && code !== 'I_TOTAL_ROW')
    .map(({ code, cell }) => `${cell} ${code}`)
}

const one: Row = [1, '清洁家园（端州区团委）', 100, 3, '空巢老人', 40, 300, 3000]
const two: Row = [2, '文明交通劝导（端州区团委）', '约200人', 5, null, null, 500, null]
const three: Row = [3, '植树（端州区团委）', 50, 3, null, null, 100, '无']

describe('A filled form of 2019', () => {
  it('is two tables on one sheet, judged cell by cell', async () => {
    const { file, form } = await judge({
      activities: [one, two],
      total: ['合计', null, 300, null, null, 40, 800, 3000],
      media: [[1, '清洁家园（端州区团委）', '《西江日报》1篇', 2, 'https://a.example/1', '10万+']],
      mediaTotal: ['合计', null, 1, 2, null, '10万+'],
      footer: [['联系人：张示例'], ['联系电话：13800130000']],
    })
    expect(file).toMatchObject({
      file: '统计表.xlsx',
      format: 'xlsx',
      verdict: 'ACCEPTED',
      findings: [],
    })
    expect(form).toMatchObject({
      template: 'ZQ19-FORM',
      sheet: '统计表',
      reporter: {
        raw: '共青团肇庆市端州区委员会',
        organization: 'organization:441202-0001',
        region: '441202',
      },
      period: { from: '2019-03-01', to: '2019-03-08' },
      nil: false,
    })
    expect(form.rows).toEqual([
      {
        kind: 'activity',
        row: 5,
        held: false,
        cells: {
          activityName: { cell: 'B5', raw: '清洁家园（端州区团委）', value: '清洁家园' },
          organizers: { cell: 'B5', raw: '清洁家园（端州区团委）', value: ['端州区团委'] },
          volunteerPersonTimes: { cell: 'C5', raw: '100', value: 100, qualifier: 'EXACT' },
          organizationCount: { cell: 'D5', raw: '3', value: 3, qualifier: 'EXACT' },
          serviceHours: { cell: 'G5', raw: '300', value: 300, qualifier: 'EXACT' },
          investmentYuan: { cell: 'H5', raw: '3000', value: 3000, qualifier: 'EXACT' },
          audience: { cell: 'E5', raw: '空巢老人', value: 'A03' },
          beneficiaryPersonTimes: { cell: 'F5', raw: '40', value: 40, qualifier: 'EXACT' },
        },
      },
      {
        kind: 'activity',
        row: 6,
        held: false,
        cells: {
          activityName: { cell: 'B6', raw: '文明交通劝导（端州区团委）', value: '文明交通劝导' },
          organizers: { cell: 'B6', raw: '文明交通劝导（端州区团委）', value: ['端州区团委'] },
          volunteerPersonTimes: { cell: 'C6', raw: '约200人', value: 200, qualifier: 'APPROX' },
          organizationCount: { cell: 'D6', raw: '5', value: 5, qualifier: 'EXACT' },
          serviceHours: { cell: 'G6', raw: '500', value: 500, qualifier: 'EXACT' },
          investmentYuan: { cell: 'H6', raw: null, value: null },
        },
      },
      {
        kind: 'media',
        row: 10,
        held: false,
        cells: {
          activityName: { cell: 'B10', raw: '清洁家园（端州区团委）', value: '清洁家园' },
          organizers: { cell: 'B10', raw: '清洁家园（端州区团委）', value: ['端州区团委'] },
          printReports: {
            cell: 'C10',
            raw: '《西江日报》1篇',
            value: 1,
            qualifier: 'EXACT',
            text: '西江日报',
          },
          webReports: { cell: 'D10', raw: '2', value: 2, qualifier: 'EXACT' },
          reads: { cell: 'F10', raw: '10万+', value: 100000, qualifier: 'AT_LEAST' },
          links: { cell: 'E10', raw: 'https://a.example/1', value: ['https://a.example/1'] },
        },
      },
    ])
    expect(form.totals).toEqual([
      {
        field: 'volunteerPersonTimes',
        cell: 'C7',
        declared: 300,
        computed: 300,
        qualifier: 'APPROX',
      },
      {
        field: 'organizationCount',
        cell: 'D7',
        declared: null,
        computed: null,
        qualifier: 'UNKNOWN',
      },
      {
        field: 'beneficiaryPersonTimes',
        cell: 'F7',
        declared: 40,
        computed: 40,
        qualifier: 'EXACT',
      },
      { field: 'serviceHours', cell: 'G7', declared: 800, computed: 800, qualifier: 'EXACT' },
      { field: 'investmentYuan', cell: 'H7', declared: 3000, computed: 3000, qualifier: 'EXACT' },
      { field: 'printReports', cell: 'C11', declared: 1, computed: 1, qualifier: 'EXACT' },
      { field: 'webReports', cell: 'D11', declared: 2, computed: 2, qualifier: 'EXACT' },
      { field: 'reads', cell: 'F11', declared: 100000, computed: 100000, qualifier: 'AT_LEAST' },
    ])
    expect(told(form)).toEqual(['C6 W_APPROX', 'C10 I_NORMALISED', 'F10 W_LOWER_BOUND'])
    expect(form.findings.find((finding) => finding.code === 'W_APPROX')).toEqual({
      severity: 'WARNING',
      code: 'W_APPROX',
      sheet: '统计表',
      cell: 'C6',
      field: 'volunteerPersonTimes',
      message: {
        zh: '“约200人”为约数，按200计并标注“约”',
        en: '“约200人” is approximate; counted as 200 and marked “about”',
      },
    })
  })

  it('whose name is merged over three audiences counts its numbers once', async () => {
    const { form } = await judge({
      activities: [
        [1, '志愿助残（端州区团委）', 100, 3, '残疾人', 20, 300, null],
        [null, null, null, null, '空巢老人', 30, null, null],
        [null, null, null, null, '其他（环卫工人）', 10, null, null],
      ],
      total: ['合计', null, 100, null, null, 60, 300, null],
      merges: ['A5:A7', 'B5:B7', 'C5:C7', 'D5:D7', 'G5:G7', 'H5:H7'],
    })
    expect(form.rows).toHaveLength(1)
    expect(form.rows[0]?.cells.volunteerPersonTimes).toEqual({
      cell: 'C5',
      raw: '100',
      value: 100,
      qualifier: 'EXACT',
    })
    expect(form.rows[0]?.cells).not.toHaveProperty('audience')
    expect(form.rows[0]?.coverage).toEqual([
      {
        audience: { cell: 'E5', raw: '残疾人', value: 'A01' },
        beneficiaryPersonTimes: { cell: 'F5', raw: '20', value: 20, qualifier: 'EXACT' },
      },
      {
        audience: { cell: 'E6', raw: '空巢老人', value: 'A03' },
        beneficiaryPersonTimes: { cell: 'F6', raw: '30', value: 30, qualifier: 'EXACT' },
      },
      {
        audience: { cell: 'E7', raw: '其他（环卫工人）', value: 'A99', text: '环卫工人' },
        beneficiaryPersonTimes: { cell: 'F7', raw: '10', value: 10, qualifier: 'EXACT' },
      },
    ])
    expect(told(form)).toEqual([])
  })

  it('reads audience rows below a name as its own even where nothing is merged', async () => {
    const { form } = await judge({
      activities: [
        [1, '志愿助残（端州区团委）', 100, 3, '残疾人', 20, 300, null],
        [null, null, null, null, '空巢老人', 30, null, null],
        two,
      ],
    })
    expect(form.rows.map(({ row, coverage }) => [row, coverage?.length])).toEqual([
      [5, 2],
      [7, undefined],
    ])
  })

  it('keeps one count over several merged audiences whole', async () => {
    const { form } = await judge({
      activities: [
        [1, '志愿助残（端州区团委）', 100, 3, '残疾人', 50, 300, null],
        [null, null, null, null, '空巢老人', null, null, null],
      ],
      merges: ['B5:B6', 'F5:F6'],
    })
    expect(form.rows[0]?.cells.audience).toEqual({
      cell: 'E5',
      raw: '残疾人\n空巢老人',
      value: ['A01', 'A03'],
    })
    expect(form.rows[0]?.cells.beneficiaryPersonTimes).toMatchObject({ value: 50 })
    expect(told(form)).toEqual(['E5 W_MULTI_AUDIENCE'])
  })
})

describe('合计', () => {
  const activities = [one, [2, '劝导（端州区团委）', 200, 5, null, null, 500, null], three] as const

  it('B11 that is wrong is kept beside the sum, and the sum is used', async () => {
    const { file, form } = await judge({
      activities,
      total: ['合计', null, 360, null, null, 40, 900, 3000],
    })
    expect(told(form)).toEqual(['H7 I_NORMALISED', 'C8 W_TOTAL_MISMATCH'])
    expect(form.totals[0]).toEqual({
      field: 'volunteerPersonTimes',
      cell: 'C8',
      declared: 360,
      computed: 350,
      qualifier: 'EXACT',
    })
    expect(form.findings.find((one) => one.code === 'W_TOTAL_MISMATCH')?.message.zh).toBe(
      '“参与志愿者人次”合计填360，明细之和为350，以明细为准',
    )
    expect(file.verdict).toBe('ACCEPTED')
  })

  it('B13 of organizations is for checking only', async () => {
    const { form } = await judge({
      activities,
      total: ['合计', null, 350, 11, null, 40, 900, 3000],
    })
    expect(told(form)).toEqual(['H7 I_NORMALISED', 'D8 I_NOT_ADDITIVE'])
    expect(form.totals[1]).toEqual({
      field: 'organizationCount',
      cell: 'D8',
      declared: 11,
      computed: null,
      qualifier: 'EXACT',
    })
  })

  it('that is blank is computed from the rows', async () => {
    const { form } = await judge({ activities, total: ['合计'] })
    expect(told(form)).toEqual(['H7 I_NORMALISED', 'B8 W_TOTAL_MISSING'])
    expect(form.totals[0]).toEqual({
      field: 'volunteerPersonTimes',
      cell: 'C8',
      declared: null,
      computed: 350,
      qualifier: 'EXACT',
    })
  })

  it('may stand in the column of names, and a subtotal is no activity', async () => {
    const { form } = await judge({
      activities: [one, [null, '小计', 100, null, null, 40, 300, 3000], two],
      total: [3, '合计：', 300, null, null, 40, 800, 3000],
    })
    expect(form.rows.map(({ row }) => row)).toEqual([5, 7])
    expect(told(form)).toEqual(['C7 W_APPROX'])
    expect(
      form.findings.filter(({ code }) => code === 'I_TOTAL_ROW').map(({ cell }) => cell),
    ).toEqual(['B6', 'B8'])
  })

  it('that differs by the dust of decimals is right', async () => {
    const third = (n: number): Row => [n, '植树（端州区团委）', 10, 1, null, null, 10 / 3, null]
    const { form } = await judge({
      activities: [third(1), third(2), third(3)],
      total: ['合计', null, 30, null, null, null, 10],
    })
    expect(told(form)).toEqual([])
  })

  it('says nothing of a column in which a row could not be read', async () => {
    const { form } = await judge({
      activities: [one, [2, '劝导（端州区团委）', '200-300人', 5, null, null, 500, null]],
      total: ['合计', null, 350, null, null, 40, 800, 3000],
    })
    expect(told(form)).toEqual(['C6 E_RANGE'])
  })

  it('B15 that is a formula gives the value kept beside it', async () => {
    const { form } = await judge(
      { activities, total: ['合计', null, 350, null, null, 40, 900, 3000] },
      (xml) => xml.replace(/(<c r="C8"[^>]*>)<v>350<\/v>/, '$1<f>SUM(C5:C7)</f><v>350</v>'),
    )
    expect(form.totals[0]).toMatchObject({ declared: 350, computed: 350 })
  })
})

describe('Titles', () => {
  it('B02 broken over lines or spaced are understood, and told', async () => {
    const titles = [...TITLES]
    titles[1] = '活动名称\n（含主办单位）'
    titles[2] = '参与志愿者　人次 '
    const { form } = await judge({ activities: [one], titles })
    expect(form.rows[0]?.cells.volunteerPersonTimes).toMatchObject({ value: 100 })
    expect(told(form)).toEqual(['B3 I_NORMALISED', 'C3 I_NORMALISED'])
  })

  it.each(['志愿者人次', '参与人次', '参加志愿者（人次）'])(
    'B03 retyped as “%s” mean the same',
    async (title) => {
      const titles = [...TITLES]
      titles[2] = title
      const { form } = await judge({ activities: [one], titles })
      expect(form.rows[0]?.cells.volunteerPersonTimes).toMatchObject({ value: 100 })
      expect(told(form)).toEqual(['C3 I_NORMALISED'])
      expect(form.findings.find((one) => one.cell === 'C3')?.message.zh).toBe(
        `已规范化：“${title.normalize('NFKC')}”→“参与志愿者人次”`,
      )
    },
  )

  it('B04 without 组织数量 leave every row incomplete', async () => {
    const without = (row: Row) => row.filter((_, i) => i !== 3)
    const book = sheetOf({ activities: [one, two] })
    const rows = book.rows.map((row, i) => (i < 2 ? row : without(row)))
    const bytes = await writeXlsx({ sheets: [{ ...book, rows, merges: ['D3:E3'] }] })
    const file = await checkFile(bytes, '统计表.xlsx', WORLD)
    const form = file.forms[0]?.judged as JudgedForm
    expect(file.verdict).toBe('NEEDS_CORRECTION')
    expect(form.rows.map(({ held }) => held)).toEqual([true, true])
    expect(form.findings.filter(({ code }) => code === 'E_MISSING')).toMatchObject([
      { field: 'organizationCount', cell: 'A5' },
      { field: 'organizationCount', cell: 'A6' },
    ])
    expect(form.rows[0]?.cells.serviceHours).toMatchObject({ cell: 'F5', value: 300 })
  })

  it('B22 E12 may move the unit: 投入资金（万元）', async () => {
    const titles = [...TITLES]
    titles[7] = '投入资金（万元）'
    const row = (n: number, money: string | number): Row => [
      n,
      '植树（端州区团委）',
      10,
      1,
      null,
      null,
      20,
      money,
    ]
    const { form } = await judge({
      activities: [
        row(1, 0.2),
        row(2, '0.2'),
        row(3, '0.2万元'),
        row(4, '300元'),
        row(5, 0),
        row(6, '约0.2'),
      ],
      titles,
      total: ['合计', null, 60, null, null, null, 120, 0.83],
    })
    expect(form.rows.map(({ cells }) => cells.investmentYuan?.value)).toEqual([
      2000, 2000, 2000, 300, 0, 2000,
    ])
    expect(told(form)).toEqual([
      'H5 W_ROUNDED',
      'H6 W_ROUNDED',
      'H7 W_ROUNDED',
      'H8 I_NORMALISED',
      'H10 W_APPROX',
    ])
    expect(form.totals.at(-1)).toMatchObject({
      declared: 8300,
      computed: 8300,
      qualifier: 'APPROX',
    })
  })

  it('that nobody knows make no form', async () => {
    const { file } = await judge({
      activities: [one],
      titles: ['甲', '乙', '丙', '丁', '戊', null, '己', '庚'],
    })
    expect(file).toMatchObject({
      verdict: 'REJECTED',
      forms: [],
      findings: [{ code: 'R_NO_TEMPLATE' }],
    })
  })
})

describe('Rows', () => {
  it('B08 have no meaning in their ordinals', async () => {
    const numbered = (ordinal: Plain) => ['x', ...one.slice(1)].with(0, ordinal as string) as Row
    const { form } = await judge({ activities: [1, 2, 2, 4, null, '1、', '一'].map(numbered) })
    expect(form.rows.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9, 10, 11])
    expect(told(form)).toEqual([])
  })

  it('B16 with a formula error are held', async () => {
    const { file, form } = await judge({ activities: [one, two] }, (xml) =>
      xml.replace(/<c r="C5"([^>]*)><v>100<\/v>/, '<c r="C5"$1 t="e"><v>#REF!</v>'),
    )
    expect(form.rows[0]).toMatchObject({
      held: true,
      cells: {
        volunteerPersonTimes: { cell: 'C5', raw: '#REF!', value: null, qualifier: 'UNKNOWN' },
      },
    })
    expect(told(form)).toEqual(['C5 E_FORMULA_ERROR', 'C6 W_APPROX'])
    expect([file.verdict, form.rows[1]?.held]).toEqual(['NEEDS_CORRECTION', false])
  })

  it('B17 that are hidden are read, and the office is told', async () => {
    const { file, form } = await judge({ activities: [one, two] }, (xml) =>
      xml.replace('<row r="6"', '<row r="6" hidden="1"'),
    )
    expect(form.rows).toHaveLength(2)
    expect(file.findings).toMatchObject([
      { severity: 'WARNING', code: 'W_HIDDEN', sheet: '统计表' },
    ])
  })

  it('B19 of names and telephones are no data, and nothing of them is repeated', async () => {
    const footer: Row[] = [
      ['填表人：张示例', null, null, '审核人：李示例', null, null, '联系电话：13800130000'],
      ['联系人', '王示例'],
      [null, null, null, null, '联系电话：13800130009'],
      ['备注：1.其他类别的请另行说明'],
      ['单位负责人：赵示例', null, '日期：2019年3月8日'],
    ]
    for (const written of [
      {
        activities: [one, ...footer, two],
        total: ['合计', null, 300, null, null, 40, 800, 3000],
        footer,
      },
      { activities: [one], footer },
    ]) {
      const { file, form } = await judge(written)
      expect(form.rows.every(({ held, kind }) => !held && kind === 'activity')).toBe(true)
      expect(form.rows).toHaveLength(written.total === undefined ? 1 : 2)
      const printed = JSON.stringify({ ...file, forms: file.forms.map(({ judged }) => judged) })
      expect(printed).not.toMatch(/示例|13800130000|13800130009/)
    }
  })

  it('whose name begins like a footer are activities all the same', async () => {
    const named = (name: string): Row => [1, `${name}（端州区团委）`, 10, 1, null, null, 20, null]
    const { form } = await judge({
      activities: ['电话回访老人', '说明会进社区', '负责人培训', '日期间活动'].map(named),
    })
    expect(form.rows).toHaveLength(4)
  })

  it('that were printed and not used are nothing, a gap between two is told', async () => {
    const slashes: Row = [4, '/', '/', '/', '/', '/', '/', '/']
    const { form } = await judge({
      activities: [one, [2], two, [3], slashes, [5, '', '', '', '', '', '', '']],
      total: ['合计', null, 300, null, null, 40, 800, 3000],
    })
    expect(form.rows.map(({ row }) => row)).toEqual([5, 7])
    expect(told(form)).toEqual(['B6 I_BLANK_ROW', 'C7 W_APPROX'])
  })

  it('with a name and nothing else lack what is required', async () => {
    const { form } = await judge({ activities: [[1, '植树（端州区团委）']] })
    expect(told(form)).toEqual(['C5 E_MISSING', 'D5 E_MISSING', 'G5 E_MISSING'])
    expect(form.rows[0]?.held).toBe(true)
  })

  it('with a mobile number in the name lose the name and keep the figures', async () => {
    const { file, form } = await judge({
      activities: [[1, '清洁家园，张老师13800138000', 100, 3, null, null, 300, null]],
    })
    expect(form.rows[0]).toMatchObject({
      held: false,
      cells: {
        activityName: { cell: 'B5', raw: null, value: null },
        organizers: { cell: 'B5', raw: null, value: [] },
        volunteerPersonTimes: { cell: 'C5', raw: '100', value: 100 },
      },
    })
    expect(told(form)).toEqual(['B5 E_PII'])
    expect(file.verdict).toBe('NEEDS_CORRECTION')
    expect(JSON.stringify(form)).not.toMatch(/13800138000|张老师/)
  })

  it('X02 with too few or too many hours for a head are told', async () => {
    const row = (hours: number): Row => [1, '植树（端州区团委）', 100, 1, null, null, hours, null]
    const { form } = await judge({ activities: [row(24), row(25), row(1200), row(1201)] })
    expect(told(form)).toEqual(['G5 W_HOURS_RATIO', 'G8 W_HOURS_RATIO'])
    expect(form.findings.find((one) => one.cell === 'G5')?.message.en).toBe(
      '0.24 hours per person-time is outside the usual 0.25–12',
    )
  })

  it('X05 need a type for those served, and a text for 其他', async () => {
    const row = (type: string | null, served: number | null): Row => [
      1,
      '植树（端州区团委）',
      10,
      1,
      type,
      served,
      20,
      null,
    ]
    const { form } = await judge({
      activities: [row('其他', 5), row(null, 5), row(null, 0), row('其他（环卫工人）', 5)],
    })
    expect(told(form)).toEqual(['E5 E_OTHER_TEXT', 'E6 E_MISSING'])
    expect(form.rows.map(({ held }) => held)).toEqual([true, true, false, false])
  })

  it('F13 of media with one link twice are told as one report', async () => {
    const media = (name: string, link: string | null): Row => [
      1,
      `${name}（端州区团委）`,
      null,
      1,
      link,
      300,
    ]
    const { file, form } = await judge({
      activities: [one],
      media: [
        media('清洁家园', 'https://a.example/1'),
        media('植树', 'https://a.example/1'),
        media('劝导', null),
      ],
    })
    expect(told(form)).toEqual(['E9 W_POSSIBLE_DUP', 'E10 W_NO_URL'])
    const origin = { submission: 'submission:test', sheet: '统计表', sample: true }
    const claims = file.forms[0]?.claims(origin) ?? []
    expect(
      claims.filter(({ type }) => type === 'media').map(({ content }) => content?.values.nameZh),
    ).toEqual(['清洁家园', '劝导'])
  })
})

describe('A nil return', () => {
  it('K10 is a form without rows', async () => {
    const { file, form } = await judge({ activities: [[1], [2], [3]], total: ['合计'] })
    expect(form).toMatchObject({ nil: true, rows: [], totals: [] })
    expect([told(form), file.verdict]).toEqual([[], 'ACCEPTED'])
  })

  it.each(['无', '本周无活动', '没有'])('may say “%s”', async (word) => {
    const { form } = await judge({
      activities: [[1, word, 0, 0, null, 0, 0, '无']],
      total: ['合计', null, 0],
    })
    expect(form).toMatchObject({ nil: true, rows: [] })
    expect(form.totals.map((one) => [one.field, one.computed])).toEqual([
      ['volunteerPersonTimes', 0],
      ['organizationCount', 0],
      ['beneficiaryPersonTimes', 0],
      ['serviceHours', 0],
      ['investmentYuan', 0],
    ])
    expect(told(form)).toEqual([])
  })
})

describe('填报单位', () => {
  const reported = async (...heading: Row) => (await judge({ activities: [one], heading })).form

  it.each([
    ['in the cell of its label', ['填报单位（盖章）：共青团肇庆市端州区委员会'], []],
    ['in the next cell', ['填报单位（盖章）', '共青团肇庆市端州区委员会'], []],
    [
      'I01 with the word for a stamp',
      ['填报单位：共青团肇庆市端州区委（公章）'],
      ['A2 W_ORG_ALIAS'],
    ],
    ['I02 by a short name', ['填报单位：', null, '端州团委'], ['C2 W_ORG_ALIAS']],
  ] as const)('%s is found', async (_, heading, codes) => {
    const form = await reported(...heading)
    expect(form.reporter).toMatchObject({
      organization: 'organization:441202-0001',
      region: '441202',
    })
    expect(told(form)).toEqual(codes)
  })

  it('K11 that is not registered waits for a person', async () => {
    const form = await reported('填报单位：端州区某某协会')
    expect(form.reporter).toEqual({ raw: '端州区某某协会', organization: null, region: null })
    expect(told(form)).toEqual(['A2 W_ORG_UNKNOWN'])
  })

  it('left blank is a fault', async () => {
    expect(told(await reported('填报单位（盖章）：'))).toEqual(['A2 E_MISSING'])
  })
})

describe('The period', () => {
  const periodOf = async (text: string | null, receivedAt?: string) => {
    const heading = ['填报单位：端州团委', null, null, text]
    return (await judge({ activities: [one], heading }, undefined, { receivedAt })).form.period
  }

  it.each([
    '报送期：2019-03-09至2019-03-15',
    '报送期：3月9日-3月15日',
    '报送期：2019年3月9日—15日',
    '报送期：3.9～3.15',
  ])('is read from “%s”', async (text) =>
    expect(await periodOf(text)).toEqual({ from: '2019-03-09', to: '2019-03-15' }),
  )

  it('is that of the time of receipt where none is written', async () => {
    expect(await periodOf(null, '2019-03-12T09:00:00+08:00')).toEqual({
      from: '2019-03-09',
      to: '2019-03-15',
    })
  })
})

it('B05 A18 two filled sheets are two forms', async () => {
  const sheets = [
    sheetOf({ activities: [one] }),
    sheetOf({ name: '统计表 (2)', activities: [two] }),
    { name: 'Sheet3', rows: [] },
  ]
  const file = await checkFile(await writeXlsx({ sheets }), '统计表.xlsx', WORLD)
  expect(file.forms.map(({ judged }) => [judged.sheet, judged.rows.length])).toEqual([
    ['统计表', 1],
    ['统计表 (2)', 1],
  ])
  expect(file.findings.map(({ code }) => code)).toEqual(['W_EXTRA_SHEET'])
})

it('B21 a workbook without a picture bears no stamp', async () => {
  const { form } = await judge({ activities: [one] })
  expect(form.findings.map(({ code }) => code)).toContain('W_STAMP_MISSING')
})
