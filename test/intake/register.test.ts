import { afterAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../server/intake/check.ts'
import type { JudgedForm, JudgedRow } from '../../server/intake/judged.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import { writeXlsx } from '../../server/office/xlsx.ts'
import { fromWgs84, toWgs84 } from '../../server/records/datum.ts'
import { WORLD } from './zq19.ts'

afterAll(closeReaders)

type Value = string | number | null
type Titled = Readonly<Record<string, Value>>

const STATION: Titled = {
  站点编号: '441202-0009',
  站点名称: '端州区示例广场学雷锋志愿服务站',
  站点类别: '广场、公园、景区（景点）',
  场所类型: '广场',
  所在区划: '441202',
}
const ORGANIZATION: Titled = {
  组织编号: 'ZQ-0001',
  组织名称: '肇庆市示例志愿者协会',
  组织类型: '团委',
}
const PROJECT: Titled = {
  项目编号: 'P-0001',
  项目名称: '邻里守望示例项目',
  实施组织: '441202-0001',
  项目状态: '实施（管理）',
}

/** A register with these rows, titled by the keys of all of them. */
function table(rows: readonly Titled[]): Value[][] {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [titles, ...rows.map((row) => titles.map((title) => row[title] ?? null))]
}

async function judge(...rows: readonly Titled[]) {
  const bytes = await writeXlsx({
    sheets: [{ name: '登记册', rows: [['登记册'], ...table(rows)] }],
  })
  return told(await checkFile(bytes, '登记册.xlsx', WORLD))
}

async function judgeCsv(...rows: readonly Titled[]) {
  const quote = (value: Value) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`)
  const lines = table(rows).map((row) => row.map(quote).join(','))
  return told(await checkFile(Buffer.from(lines.join('\r\n')), '登记册.csv', WORLD))
}

function told(file: Awaited<ReturnType<typeof checkFile>>) {
  const form = file.forms[0]?.judged as JudgedForm
  return {
    file,
    form,
    rows: form.rows,
    row: form.rows[0] as JudgedRow,
    held: form.rows.map(({ held }) => held),
    codes: form.findings.map(({ cell, code }) => `${cell} ${code}`),
    claims:
      file.forms[0]?.claims({ submission: 'submission:test', sheet: '登记册', sample: true }) ?? [],
  }
}

describe('A register', () => {
  it('reads a day that a sheet shows as a number, and says what is no day', async () => {
    const days = ['43525', 43525, '昨天', '2019-02-30'].map((day, i) => ({
      ...STATION,
      站点编号: `441202-100${i}`,
      核实日期: day,
    }))
    const { rows, form } = await judge(...days)
    expect(rows.map(({ cells }) => cells.lastVerifiedOn?.value)).toEqual([
      '2019-03-01',
      '2019-03-01',
      null,
      null,
    ])
    expect(form.findings.map(({ code, message }) => [code, message.zh])).toEqual([
      ['I_NORMALISED', '已规范化：“43525”→“2019-03-01”'],
      ['I_NORMALISED', '已规范化：“43525”→“2019-03-01”'],
      ['E_DATE_INVALID', '日期“昨天”不存在，或不是日期；请写成2019-03-05'],
      ['E_DATE_INVALID', '日期“2019-02-30”不存在'],
    ])
  })

  it('takes an organization with a known credit code as the one that is known', async () => {
    const { codes, claims, form } = await judge({
      ...ORGANIZATION,
      组织编号: 'ZQ-9999',
      统一社会信用代码: '91350100M000100Y43',
    })
    expect(codes).toEqual(['A3 W_SAME_CODE'])
    expect(form.findings[0]?.message.zh).toBe(
      '统一社会信用代码与在册的“肇庆市示例社工站”（ZQ-0777）相同，“ZQ-9999”按ZQ-0777收',
    )
    expect(claims.map(({ record }) => record)).toEqual(['organization:ZQ-0777'])
  })

  it('suggests, and never guesses, that a station of the same name is the one that is known', async () => {
    const old = { ...STATION, 站点名称: '端州区示例旧站' }
    const same = await judge(old)
    expect(same.codes).toEqual(['A3 W_SAME_NAME'])
    expect(same.claims.map(({ record }) => record)).toEqual(['station:441202-0009'])
    const elsewhere = await judge({ ...old, 地址: '端州区示例路99号' })
    expect(elsewhere.codes).toEqual([])
  })

  it('of divisions holds a code that is none, and a level that nobody knows', async () => {
    const division = { 名称: '示例新区', 级别: 'county', 上级: '441200' }
    const { codes, held } = await judge(
      { 区划代码: '4412029', ...division },
      { 区划代码: '441298', ...division, 级别: '县' },
      { 区划代码: '441202001', ...division, 级别: 'township' },
      { 区划代码: 'Z:ZQ-XQ', ...division, 级别: 'functional_zone' },
    )
    expect(codes).toEqual(['A3 E_DIVISION_CODE', 'C4 E_CODE_UNKNOWN'])
    expect(held).toEqual([true, true, false, false])
  })

  it('of self-assessments leaves out the checks that are printed and not answered', async () => {
    const printed = { 标准编号: 'CZ-2021-9Y1J1W', 要求: '有统一标识' }
    const empty = { 站点编号: null, 自评日期: null, 结果: null }
    const { rows, codes } = await judge(
      { ...empty, ...printed, 条目编号: 'S01a' },
      { ...empty, ...printed, 条目编号: 'S01b', 结果: '达标' },
    )
    expect(rows.map(({ row }) => row)).toEqual([4])
    expect(codes).toContain('A4 E_MISSING')
    expect(codes.filter((code) => code.includes('3 '))).toEqual([])
  })

  it('of stations is read column by column, as a workbook or as CSV', async () => {
    const full = {
      ...STATION,
      经度: 112.465,
      纬度: 23.047,
      坐标系: 'WGS-84',
      运营单位: '端州区团委',
    }
    const book = await judge(full)
    const csv = await judgeCsv(full)
    expect(book.form).toMatchObject({
      template: 'HUB-STATIONS',
      reporter: null,
      period: null,
      totals: [],
    })
    expect(csv.form.template).toBe('HUB-STATIONS')
    expect(book.codes).toEqual(['I3 W_ORG_ALIAS'])
    expect(csv.codes).toEqual(['I2 W_ORG_ALIAS'])
    expect(book.row.cells).toMatchObject({
      registerNumber: { cell: 'A3', raw: '441202-0009', value: '441202-0009' },
      setting: { value: 'PLAZA_PARK_SCENIC' },
      region: { cell: 'E3', raw: '441202', value: 'region:441202' },
      lon: { cell: 'F3', raw: '112.465', value: 112.465 },
      operator: { raw: '端州区团委', value: 'organization:441202-0001' },
    })
    const values = (row: JudgedRow) =>
      Object.entries(row.cells).map(([field, { value }]) => [field, value])
    expect(values(csv.row)).toEqual(values(book.row))
  })

  it('with an unknown word names the cell and the choices', async () => {
    const { form, held, codes } = await judge({ ...STATION, 场所类型: '火星' })
    expect(held).toEqual([true])
    expect(codes).toEqual(['D3 E_CODE_UNKNOWN'])
    expect(form.findings[0]).toMatchObject({ cell: 'D3', field: 'venueType', sheet: '登记册' })
    expect(form.findings[0]?.message.zh).toMatch(/^“场所类型”没有“火星”这一项，可填：.*广场/)
  })

  it('with a region that nobody registered holds the row', async () => {
    const { codes, held } = await judge({ ...STATION, 所在区划: '某某县' })
    expect([codes, held]).toEqual([['E3 E_REGION_UNKNOWN'], [true]])
  })

  it.each([
    ['441202', 'region:441202', []],
    ['端州区', 'region:441202', []],
    ['肇庆市端州区', 'region:441202', []],
    ['高要市', 'region:441204', ['E3 W_OLD_DIVISION']],
    ['441283', 'region:441204', ['E3 W_OLD_DIVISION']],
    ['肇庆高新区', 'region:Z-ZQ-GXQ', ['E3 W_ZONE']],
    ['Z-ZQ-GXQ', 'region:Z-ZQ-GXQ', []],
    ['Z:ZQ-GXQ', 'region:Z-ZQ-GXQ', []],
  ])('knows the region “%s”', async (typed, value, expected) => {
    const { row, codes, held } = await judge({ ...STATION, 所在区划: typed })
    expect(row.cells.region).toEqual({ cell: 'E3', raw: typed, value })
    expect([codes, held]).toEqual([expected, [false]])
  })

  it('holds the second row of one number', async () => {
    const { codes, held } = await judge(STATION, { ...STATION, 站点名称: '另一站' })
    expect([codes, held]).toEqual([['A4 E_REPEATED'], [false, true]])
  })

  it('never repeats its private columns', async () => {
    const secret = { ...STATION, 站点负责人: '张示例', 负责人电话: '13800130000' }
    for (const { form, codes, claims } of [await judge(secret), await judgeCsv(secret)]) {
      expect(JSON.stringify([form, claims])).not.toMatch(/张示例|13800130000/)
      expect(codes).toEqual([])
    }
  })

  it('withholds a mobile number given as the telephone of a desk', async () => {
    const desk = await judge({ ...STATION, 服务电话: '0758-2280000' })
    expect(desk.row.cells.publicPhone).toMatchObject({ value: '0758-2280000' })
    const { form, row, codes, held } = await judge({ ...STATION, 服务电话: '13800130000' })
    expect(row.cells.publicPhone).toEqual({ cell: 'F3', raw: null, value: null })
    expect([codes, held]).toEqual([['F3 E_PII'], [false]])
    expect(JSON.stringify(form)).not.toContain('13800130000')
  })
})

describe('A position', () => {
  const at = (lon: Value, lat: Value, more: Titled = { 坐标系: 'WGS-84' }) =>
    judge({ ...STATION, 经度: lon, 纬度: lat, ...more })
  const place = ({ row }: Awaited<ReturnType<typeof at>>) => [
    row.cells.lon?.value,
    row.cells.lat?.value,
  ]

  it('I18 in the other order is swapped, because only that lies in the city', async () => {
    const judged = await at(23.047, 112.465)
    expect(place(judged)).toEqual([112.465, 23.047])
    expect(judged.row.cells.lon).toMatchObject({ cell: 'F3', raw: '23.047' })
    expect([judged.codes, judged.held]).toEqual([['F3 W_COORD_SWAPPED'], [false]])
    expect(judged.form.findings[0]?.message.en).toBe(
      'Latitude and longitude were swapped: lon 112.465, lat 23.047',
    )
  })

  it.each([
    [114.415, 23.112],
    [0, 0],
    [112.465, -23.047],
    [113.4, 23.047],
  ])('X12 at %d, %d is outside', async (lon, lat) => {
    const judged = await at(lon, lat)
    expect(place(judged)).toEqual([null, null])
    expect([judged.codes, judged.held]).toEqual([['F3 E_COORD_OUTSIDE'], [true]])
  })

  it.each([
    ['GCJ-02（高德、腾讯）', 'GCJ02', 112.470255, 23.044379],
    ['BD-09（百度）', 'BD09', 112.476761, 23.050376],
  ])(
    'given in %s is converted, and what it was given in is kept',
    async (written, datum, lon, lat) => {
      const judged = await at(lon, lat, { 坐标系: written })
      expect(place(judged)).toEqual([112.465, 23.047])
      expect(judged.row.cells).toMatchObject({
        datumGiven: { value: datum },
        lon: { raw: String(lon) },
      })
      expect(judged.codes).toEqual([])
      expect(judged.claims[0]?.content?.values).toMatchObject({
        lon: 112.465,
        lat: 23.047,
        datumGiven: datum,
      })
      expect(fromWgs84({ lon: 112.465, lat: 23.047 }, datum)).toEqual({ lon, lat })
      expect(toWgs84({ lon, lat }, datum)).toEqual({ lon: 112.465, lat: 23.047 })
    },
  )

  it('of unknown datum is good for the county only', async () => {
    const judged = await at(112.465, 23.047, { 定位精度: '建筑' })
    expect([judged.codes, judged.held]).toEqual([['F3 W_CRS_UNKNOWN'], [false]])
    expect(judged.claims[0]?.content?.values).toMatchObject({
      datumGiven: null,
      locationPrecision: 'COUNTY',
    })
  })

  it('far outside its county is remarked with the distance, near the border it is not', async () => {
    const far = await at(112.7, 23.1)
    expect([far.codes, far.held]).toEqual([['F3 W_COORD_DISTRICT'], [false]])
    expect(far.form.findings[0]?.message.zh).toBe('坐标在端州区以外约10公里，请核对坐标或区划')
    expect((await at(112.62, 23.1)).codes).toEqual([])
  })

  it('that moved by just the shift of another datum is explained; a true move is not', async () => {
    const known = { 站点编号: '441202-0009', 坐标系: 'WGS-84' }
    const shifted = await at(112.470255, 23.044379, known)
    expect(shifted.codes).toEqual(['F3 W_DATUM_SHIFT'])
    expect(shifted.form.findings[0]?.message.zh).toMatch(
      /^坐标与已登记位置相差约6\d\d米，正好是坐标系偏移：请把“坐标系”改为GCJ-02/,
    )
    expect((await at(112.4712, 23.047, known)).codes).toEqual([])
  })

  it('of which a half is blank is asked for', async () => {
    const judged = await at(112.465, null)
    expect([judged.codes, judged.held]).toEqual([['G3 E_MISSING'], [true]])
    expect((await at(null, null)).codes).toEqual([])
  })

  it('may be text with its degree sign', async () => {
    expect(place(await at('东经112.465°', '北纬23.047°'))).toEqual([112.465, 23.047])
    expect((await at('百一十二度', 23.047)).codes).toEqual(['F3 E_NOT_NUMBER'])
  })
})

describe('A credit code', () => {
  const coded = (code: Value) => judge({ ...ORGANIZATION, 统一社会信用代码: code })

  it('that is whole stands', async () => {
    const { row, codes } = await coded('51441200MJL000016W')
    expect(row.cells.creditCode).toMatchObject({ value: '51441200MJL000016W' })
    expect(codes).toEqual([])
  })

  it('I14 that is wrong is told with the sign it should end in', async () => {
    const { form, codes, held } = await coded('51441200MJL000016X')
    expect([codes, held]).toEqual([['D3 E_USCC'], [true]])
    expect(form.findings[0]?.message.zh).toBe(
      '统一社会信用代码校验不通过（末位应为W / should end in W）',
    )
  })

  it.each(['5.14412E+17', 514412000000000000])('I15 %s is lost', async (code) => {
    const { codes, held } = await coded(code)
    expect([codes, held]).toEqual([['D3 E_ID_LOST'], [true]])
  })

  it('that is blank is no fault: many teams have none', async () => {
    expect((await coded(null)).codes).toEqual([])
  })
})

describe('A reference', () => {
  it('to an organization of the same register is known, above or below, by number or by name', async () => {
    const child = {
      组织编号: 'ZQ-0002',
      组织名称: '示例分会',
      组织类型: '团委',
      上级组织: 'ZQ-0001',
    }
    const { rows, codes, held, claims } = await judge(child, ORGANIZATION, {
      ...child,
      组织编号: 'ZQ-0003',
      组织名称: '示例分会二',
      上级组织: '肇庆市示例志愿者协会',
      业务主管单位: 'ZQ-0002',
    })
    expect([codes, held]).toEqual([[], [false, false, false]])
    expect(rows[0]?.cells.parent).toEqual({
      cell: 'D3',
      raw: 'ZQ-0001',
      value: 'organization:ZQ-0001',
    })
    expect(rows[2]?.cells.competentBody).toMatchObject({ value: 'organization:ZQ-0002' })
    expect(claims).toHaveLength(3)
  })

  it('to a row that is held waits with it', async () => {
    const { codes, held } = await judge(
      { ...ORGANIZATION, 组织类型: '火星' },
      { ...ORGANIZATION, 组织编号: 'ZQ-0002', 组织名称: '示例分会', 上级组织: 'ZQ-0001' },
      { ...ORGANIZATION, 组织编号: 'ZQ-0003', 组织名称: '示例小组', 上级组织: 'ZQ-0002' },
    )
    expect(codes).toEqual(['C3 E_CODE_UNKNOWN', 'D4 E_REFERENCE', 'D5 E_REFERENCE'])
    expect(held).toEqual([true, true, true])
  })

  it('to an organization that is not registered holds the row', async () => {
    const { form, codes, held } = await judge({ ...PROJECT, 实施组织: '某某协会' })
    expect([codes, held]).toEqual([['C3 E_REFERENCE'], [true]])
    expect(form.findings[0]?.message.zh).toBe('“实施组织”所填“某某协会”未登记，请先报送登记册')
  })

  it('of a project to its organization and station is found', async () => {
    const { row, codes, held } = await judge({ ...PROJECT, 服务站点: '441202-0001' })
    expect([codes, held]).toEqual([[], [false]])
    expect(row.cells).toMatchObject({
      organization: { value: 'organization:441202-0001' },
      station: { value: 'station:441202-0001' },
    })
  })

  it('of a project to an unknown station holds the row', async () => {
    const { codes, held } = await judge(PROJECT, {
      ...PROJECT,
      项目编号: 'P-0002',
      服务站点: '441202-9999',
    })
    expect([codes, held]).toEqual([['E4 E_REFERENCE'], [false, true]])
  })
})

it('The register of divisions is read with its former and its functional areas', async () => {
  const { form, claims, codes } = await judgeCsv(
    {
      code: '441204',
      name: '高要区',
      level: 'county',
      parent: '441200',
      valid_from_year: '2015',
      valid_to_year: null,
      successor_codes: null,
    },
    {
      code: '441283',
      name: '高要市',
      level: 'county',
      parent: '441200',
      valid_from_year: '1993',
      valid_to_year: '2015',
      successor_codes: '441204',
    },
    {
      code: 'Z:ZQ-GXQ',
      name: '肇庆高新区',
      level: 'functional_zone',
      parent: '441200',
      valid_from_year: null,
      valid_to_year: null,
      successor_codes: null,
    },
  )
  expect([form.template, codes]).toEqual(['HUB-DIVISIONS', []])
  expect(
    claims.map(({ record, content }) => [
      record,
      content?.values.level,
      content?.values.functionalZone,
    ]),
  ).toEqual([
    ['region:441204', 'COUNTY', false],
    ['region:441283', 'COUNTY', false],
    ['region:Z-ZQ-GXQ', null, true],
  ])
  expect(claims[1]?.content?.values).toMatchObject({
    validTo: '2015',
    successors: ['region:441204'],
  })
})
