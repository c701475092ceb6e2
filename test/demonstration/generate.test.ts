import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMS } from '../../schema/forms/shelf.ts'
import { creditCode } from '../../server/demonstration/credit.ts'
import { generateFiles } from '../../server/demonstration/files.ts'
import type { GeneratedFile } from '../../server/demonstration/outgoing.ts'
import { type Area, contains } from '../../server/demonstration/polygon.ts'
import { readRegions } from '../../server/demonstration/regions.ts'
import { readBytes } from '../../server/intake/readers/read.ts'
import { type Book, cellAt, type Sheet, usedRows } from '../../server/intake/sheet.ts'
import { fedHub, type TestHub } from '../helpers/hub.ts'

const SEEDS = new URL('../../seeds/', import.meta.url)

let directory: string
let files: GeneratedFile[]
const books = new Map<string, Book>()
const sheets = new Map<string, Sheet>()

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demonstration-'))
  files = await generateFiles({ stations: 660, seed: 'linzhan', directory })
  for (const { file } of files) {
    const book = await readBook(join(directory, file))
    books.set(file, book)
    sheets.set(file, book.sheets[0]!)
  }
})

afterAll(() => rm(directory, { recursive: true, force: true }))

describe('the demonstration data', () => {
  it('comes out the same, byte for byte, from the same seed', async () => {
    const again = await mkdtemp(join(tmpdir(), 'demonstration-'))
    expect(await generateFiles({ stations: 660, seed: 'linzhan', directory: again })).toEqual(files)
    for (const { file } of files) {
      const [one, other] = await Promise.all([directory, again].map((d) => readFile(join(d, file))))
      expect(one!.equals(other!), file).toBe(true)
    }
    await rm(again, { recursive: true })
  })

  // Cells, not bytes: another zlib packs a workbook differently.
  it('says what lies in seeds/demo', async () => {
    const kept = await readdir(new URL('demo', SEEDS), { recursive: true, withFileTypes: true })
    expect(kept.filter((entry) => entry.isFile())).toHaveLength(files.length)
    for (const { file } of files) {
      const old = await readBook(fileURLToPath(new URL(`demo/${file}`, SEEDS)))
      expect(old, file).toEqual(books.get(file))
    }
  })

  it('is another one for another seed', async () => {
    const other = await mkdtemp(join(tmpdir(), 'demonstration-'))
    await generateFiles({ stations: 50, seed: 'other', directory: other, forms: false })
    const name = 'stations-440800.csv'
    const [a, b] = [join(other, name), join(directory, name)]
    expect((await readFile(a)).equals(await readFile(b))).toBe(false)
    expect(await readdir(other)).not.toContain('forms')
    await rm(other, { recursive: true })
  })

  it('is listed in the manifest: registers first, then the forms, each in the order of receipt', async () => {
    const manifest = await readFile(new URL('manifest.csv', SEEDS), 'utf8')
    const listed = files.map(({ file, receivedAt }) => `demo/${file},${receivedAt}`)
    expect(
      manifest
        .trim()
        .split('\n')
        .filter((line) => line.startsWith('demo/')),
    ).toEqual(listed)
    const received = (pattern: RegExp) =>
      files.filter(({ file }) => pattern.test(file)).map(({ receivedAt }) => receivedAt)
    for (const times of [received(/^(?!forms)/), received(/^forms/)]) {
      expect(times).toEqual([...times].sort())
    }
    expect(files.findIndex(({ file }) => file.startsWith('forms/'))).toBe(8)
  })

  it('has stations in every county and zone, organizations, projects and forms', async () => {
    const stations = recordsOf(/^stations/)
    const regions = await readRegions()
    expect(regions).toHaveLength(42)
    expect(new Set(stations.map((one) => one.所在区划))).toEqual(
      new Set(regions.map((r) => r.code)),
    )
    expect(stations).toHaveLength(660)
    expect(new Set(stations.map((one) => one.站点编号)).size).toBe(660)
    expect(recordsOf(/^organizations/)).toHaveLength(206)
    expect(recordsOf(/^projects/)).toHaveLength(300)
    expect(files.filter(({ file }) => file.startsWith('forms/'))).toHaveLength(155)
  })

  it('puts every station inside its county, at least 95 in 100 with a position', async () => {
    const outlines = await readOutlines()
    const hosts = new Map((await readRegions()).map(({ code, county }) => [code, county]))
    const stations = recordsOf(/^stations/)
    const located = stations.filter((one) => one.经度)
    expect(located.length).toBeGreaterThan(0.95 * stations.length)
    for (const one of located) {
      const outline = outlines.get(hosts.get(one.所在区划!)!)!
      const point = [Number(one.经度), Number(one.纬度)] as const
      expect(contains(outline, point), one.站点编号).toBe(true)
    }
  })

  it('names only organizations and stations that exist', () => {
    const organizations = new Set(recordsOf(/^organizations/).map((one) => one.组织编号))
    const stations = new Set(recordsOf(/^stations/).map((one) => one.站点编号))
    for (const { 运营单位: operator } of recordsOf(/^stations/)) {
      if (operator) expect(organizations).toContain(operator)
    }
    for (const { 实施组织: organization, 服务站点: station } of recordsOf(/^projects/)) {
      expect(organizations).toContain(organization)
      if (station) expect(stations).toContain(station)
    }
  })

  it('holds no telephone number but invented ones', () => {
    const texts = [...books.values()].flatMap((book) => [
      ...(book.paragraphs ?? []),
      ...book.sheets.flatMap((sheet) => Object.values(sheet.cells).map(({ text }) => text)),
    ])
    const numbers = texts.flatMap(
      (text) => text.match(/(?<![\d.])(1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/g) ?? [],
    )
    expect(numbers.length).toBeGreaterThan(1000)
    expect(numbers.filter((number) => !/^(1380013\d{4}|0\d{3}-200\d{4})$/.test(number))).toEqual([])
  })

  it('gives registered organizations, and only them, a credit code that checks', () => {
    expect(creditCode('51', '441200', 1).length).toBe(18)
    for (const one of recordsOf(/^organizations/)) {
      expect(Boolean(one.统一社会信用代码), one.组织编号).toBe(one.登记状态 === '依法登记')
      if (one.统一社会信用代码) expect(checks(one.统一社会信用代码), one.组织编号).toBe(true)
    }
    expect(checks('51441200MJL000016W')).toBe(true)
    expect(checks('51441200MJL000016X')).toBe(false)
  })
})

describe('the forms of the action month', () => {
  it('come from 25 of the 26 reporters, 24 with a final one', () => {
    const finals = files.filter(({ file }) => /zq19-final/.test(file))
    const reporters = files.flatMap(
      ({ file }) => file.match(/zq19-(?:w\d|final)-(.+?)(?:-corrected)?\.\w+$/)?.[1] ?? [],
    )
    expect(new Set(reporters).size).toBe(25)
    expect(finals).toHaveLength(24)
  })

  it('come late five times', () => {
    const due = {
      w1: '2019-03-08',
      w2: '2019-03-15',
      w3: '2019-03-22',
      w4: '2019-03-29',
      final: '2019-04-03',
    }
    const late = files.filter(({ file, receivedAt }) => {
      const [, period] = file.match(/zq19-(w\d|final)-/) ?? []
      return period && !file.includes('corrected') && receivedAt.slice(0, 10) > due[period as 'w1']
    })
    expect(late.map(({ file }) => file).sort()).toEqual([
      'forms/zq19-final-zq-sgw.xlsx',
      'forms/zq19-w1-441223.xlsx',
      'forms/zq19-w2-zq-dag.xlsx',
      'forms/zq19-w3-zq-0004.xlsx',
      'forms/zq19-w4-z-zq-gxq.xlsx',
    ])
  })

  it('keep the layout of the notice', () => {
    const sheet = sheets.get('forms/zq19-w2-441202.xlsx')!
    expect(cellAt(sheet, 2, 1)?.text).toBe('填报单位：共青团肇庆市端州区委（公章）')
    expect(cellAt(sheet, 2, 6)?.text).toBe('报送期：2019-03-09至2019-03-15')
    expect([1, 2, 3, 4, 5, 7, 8].map((column) => cellAt(sheet, 3, column)?.text)).toEqual([
      '序号',
      '活动名称（含主办单位）',
      '参与志愿者人次',
      '参与志愿服务组织数量',
      '覆盖人群',
      '累计志愿服务时数',
      '投入资金及物料（元）',
    ])
    expect([5, 6].map((column) => cellAt(sheet, 4, column)?.text)).toEqual(['类型', '服务人次'])
  })

  it('mostly use the wording of the notice, but not always', async () => {
    const z19 = JSON.parse(await readFile(new URL('real/policies/Z19.json', SEEDS), 'utf8'))
    const groups = z19.campaigns[0].groups as { words?: string[] }[]
    const words = groups.flatMap((group) => group.words ?? [])
    const names = files.flatMap(({ file }) => {
      const sheet = sheets.get(file)!
      if (!/^forms.zq19-(?:w|final)/.test(file)) return []
      return Object.entries(sheet.cells).flatMap(([at, { text }]) =>
        /^B\d+$/.test(at) && text !== '无' && !/^活动名称/.test(text) ? [text] : [],
      )
    })
    const fitting = names.filter((name) => words.some((word) => name.includes(word)))
    expect(fitting.length / names.length).toBeGreaterThan(0.8)
    expect(fitting.length).toBeLessThan(names.length)
  })

  it('show their faults in the cells', () => {
    const first = (name: string, column: number) =>
      cellAt(sheets.get(`forms/zq19-${name}`)!, 5, column)?.text
    expect(first('w1-441203.xlsx', 3)).toMatch(/^约\d+人$/)
    expect(first('w3-441203.xlsx', 3)).toMatch(/^\d+-\d+人$/)
    expect(first('w3-441203-corrected.xlsx', 3)).toMatch(/^\d+$/)
    expect(first('w4-441224.xlsx', 3)).toBe('1O0')
    expect(first('final-441225.xlsx', 3)).toBeUndefined()
    expect(first('w4-441284.xlsx', 8)).toBe('米10袋、油10桶')
    expect(first('w2-zq-xhglj.xlsx', 2)).toBe('无')
  })
})

describe('the filled forms', () => {
  const counted = (texts: readonly string[]) =>
    Object.fromEntries(
      [...Map.groupBy(texts.toSorted(), (text) => text)].map(([k, v]) => [k, v.length]),
    )

  it('come in every format that the hub reads tables from', () => {
    expect(counted([...books.values()].map(({ format }) => format))).toEqual({
      csv: 10,
      docx: 20,
      html: 1,
      xlsx: 132,
    })
  })

  it('of Huizhou bear photos of the right day, of a year before, a picture of a screen, or one alone', () => {
    const photos = (name: string) => {
      const { sheets } = books.get(`forms/hz17-a1-${name}`)!
      return sheets
        .flatMap((sheet) => sheet.photos ?? [])
        .map(({ kind, takenOn }) => [kind, takenOn])
    }
    expect(photos('w1-hexing.docx')[0]).toEqual(['jpeg', '2017-06-06'])
    expect(photos('w1-kangning-five.docx')).toHaveLength(10)
    expect(photos('w2-hongmian.xlsx')).toHaveLength(4)
    expect(photos('w3-hongmian-old-photo.docx')[1]).toEqual(['jpeg', '2016-05-01'])
    expect(photos('w3-chaoxia-png.docx')[1]).toEqual(['png', null])
    expect(photos('w1-qingsong-one-photo.docx')).toHaveLength(1)
  })
})

describe('fed to a hub, the demonstration', () => {
  let hub: TestHub
  let filings: { template: string; verdict: string; stored: Stored }[]
  interface Stored {
    readonly fileName: string
    readonly daysLate: number | null
    readonly findings: readonly { readonly code: string }[]
  }
  beforeAll(async () => {
    hub = await fedHub('sqlite')
    const rows = await hub.store.read
      .selectFrom('filing')
      .select(['template', 'verdict', 'stored'])
      .where('sample', '=', 1)
      .execute()
    filings = rows.map(({ stored, ...row }) => ({ ...row, stored: JSON.parse(stored) as Stored }))
  })
  afterAll(() => hub.close())

  it('has every kind of form but the calendar of holidays, the divisions and the places, which are real', () => {
    const templates = new Set(filings.map(({ template }) => template))
    expect(FORMS.map(({ code }) => code).filter((code) => !templates.has(code))).toEqual([
      'HUB-DIVISIONS',
      'HUB-HOLIDAYS',
      'HUB-PLACES',
    ])
  })

  it('has forms that are taken, to be corrected, and of a sender nobody knows', () => {
    const verdicts = new Set(filings.map(({ verdict }) => verdict))
    expect([...verdicts].sort()).toEqual(['ACCEPTED', 'NEEDS_CORRECTION', 'RECEIVED'])
  })

  it('has these faults', () => {
    const codes = filings.flatMap(({ stored }) => stored.findings.map(({ code }) => code))
    expect([...new Set(codes)].sort()).toEqual(FAULTS)
  })

  it('has them where they were put', () => {
    const codesIn = (name: string) =>
      filings
        .filter(({ stored }) => stored.fileName?.startsWith(name))
        .flatMap(({ stored }) => stored.findings.map(({ code }) => code))
    expect(codesIn('hz17-a1-w1-chaoxia-late')).toContain('W_LATE')
    expect(codesIn('hz17-a1-w2-tongxin-not-published')).toContain('E_PUBLISH_RULE')
    expect(codesIn('hz17-a1-w2-tongxin-corrected')).not.toContain('E_PUBLISH_RULE')
    expect(codesIn('hz17-a1-w2-hexing-about')).toContain('W_APPROX')
    expect(codesIn('hz17-a1-w2-unknown')).toContain('W_ORG_UNKNOWN')
    expect(codesIn('hz17-a1-w3-kangning-personal')).toContain('E_PII')
    expect(codesIn('hz17-a1-w3-hongmian-old-photo')).toContain('W_PHOTO_DATE')
    expect(codesIn('hz17-a1-w3-chaoxia-png')).toContain('E_PHOTO_TYPE')
    expect(codesIn('hz17-a1-w3-qingsong-both-ticked')).toContain('E_VAGUE')
    expect(codesIn('hz17-a1-w1-qingsong-one-photo')).toContain('W_PHOTO_COUNT')
    expect(codesIn('hz17-a2-w2-441302-cumulative')).toContain('W_CUMULATIVE')
    expect(codesIn('hz17-a2-w3-441303-wrong-total')).toContain('W_TOTAL_MISMATCH')
    expect(codesIn('hz17-a2-w5-z-hz-dyw-which-week')).toContain('E_WEEK_AMBIGUOUS')
    expect(codesIn('zq19-w2-zq-gycj')).toContain('W_CUMULATIVE')
    expect(codesIn('zq19-w2-zq-sgw')).toContain('W_FILE_TYPE')
    expect(codesIn('zq19-w3-zq-0001')).toContain('W_POSSIBLE_DUP')
    expect(codesIn('zq19-summary-441225')).toContain('E_MISSING')
    expect(codesIn('hub-inspections-140400')).toEqual(['E_MISSING'])
    expect(codesIn('hub-indicators-440800')).toEqual(['E_MISSING'])
  })
})

// biome-ignore format: a list
const FAULTS = [
  'E_DATE_ORDER', 'E_MISSING', 'E_NOT_INTEGER', 'E_NOT_NUMBER', 'E_PHONE', 'E_PHOTO_TYPE',
  'E_PII', 'E_PUBLISH_RULE', 'E_RANGE', 'E_VAGUE', 'E_WEEK_AMBIGUOUS', 'I_NORMALISED',
  'I_NOT_ADDITIVE', 'I_TOTAL_ROW', 'W_APPROX', 'W_CUMULATIVE', 'W_FILE_TYPE', 'W_HOURS_KEPT',
  'W_LATE', 'W_LOWER_BOUND', 'W_MIXED_FUND', 'W_NAME_RULE', 'W_NO_AMOUNT', 'W_NO_ORGANISER',
  'W_NO_URL', 'W_ORG_ALIAS', 'W_ORG_UNKNOWN', 'W_OUTSIDE_PERIOD', 'W_PERIOD_FUZZY',
  'W_PHOTO_COUNT', 'W_PHOTO_DATE', 'W_POSSIBLE_DUP', 'W_RECURRENCE', 'W_ROUNDED',
  'W_STAMP_MISSING', 'W_SUMMED', 'W_TIME_PART', 'W_TOTAL_MISMATCH', 'W_TOTAL_MISSING',
  'W_UPPER_BOUND', 'W_WEEKDAY_MISMATCH', 'W_YEAR_INFERRED',
]

async function readBook(file: string): Promise<Book> {
  const result = await readBytes(await readFile(file), file)
  if ('refusal' in result) throw new Error(`'${file}' was refused: ${result.refusal.code}`)
  return result.book
}

/** The rows under the column titles, as records. */
function recordsOf(name: RegExp): Record<string, string | undefined>[] {
  return files.flatMap(({ file }) => {
    if (!name.test(file)) return []
    const sheet = sheets.get(file)!
    const columns = Array.from({ length: sheet.columnCount }, (_, i) => i + 1)
    const texts = (row: number) => columns.map((column) => cellAt(sheet, row, column)?.text)
    const rows = usedRows(sheet)
    const header = rows.find((row) => texts(row).filter(Boolean).length > 5)!
    const titles = texts(header)
    return rows
      .filter((row) => row > header)
      .map((row) => Object.fromEntries(texts(row).map((text, i) => [titles[i], text])))
  })
}

async function readOutlines(): Promise<Map<string, Area>> {
  const cities = ['441200', '441300', '440800', '140400']
  const texts = await Promise.all(
    cities.map((city) => readFile(new URL(`real/geo/counties-${city}.geojson`, SEEDS), 'utf8')),
  )
  const features = texts.flatMap(
    (text) =>
      (JSON.parse(text) as { features: { properties: { code: string }; geometry: Area }[] })
        .features,
  )
  return new Map(features.map(({ properties, geometry }) => [properties.code, geometry]))
}

/** Both check digits, by a second hand: GB 32100 over the whole, GB 11714 over places 9 to 17. */
function checks(code: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const whole = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const sum = whole.reduce((total, weight, i) => total + weight * signs.indexOf(code[i]!), 0)
  const part = [3, 7, 9, 10, 5, 8, 4, 2]
  const inner = part.reduce(
    (total, weight, i) => total + weight * Number.parseInt(code[8 + i]!, 36),
    0,
  )
  const last = (11 - (inner % 11)) % 11
  return (
    code[17] === signs[(31 - (sum % 31)) % 31] && code[16] === (last === 10 ? 'X' : String(last))
  )
}
