import { afterAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../server/intake/check.ts'
import { closeReaders } from '../../server/intake/readers/child.ts'
import type { World } from '../../server/intake/world.ts'
import { writeDocx } from '../../server/office/docx.ts'
import { writeXlsx } from '../../server/office/xlsx.ts'
import { filledForm, PERIODS } from '../helpers/forms.ts'
import { WORLD } from './zq19.ts'

// The cases of the catalogue that no other file names by their number: files, former divisions, filing.

afterAll(closeReaders)

const codes = async (bytes: Uint8Array, name: string) => {
  const { verdict, findings, forms } = await checkFile(bytes, name, WORLD)
  const all = [...findings, ...forms.flatMap((form) => form.judged.findings)]
  return { verdict, codes: all.map((one) => one.code) }
}

const good = () =>
  filledForm({
    reporter: '共青团肇庆市端州区委员会',
    period: PERIODS.W1,
    rows: [{ name: '清洁家园（端州区团委）', personTimes: 20 }],
  })

describe('Files', () => {
  it('A04: UTF-16 with tabs is read', async () => {
    const text =
      '\ufeff站点编号\t站点名称\t站点类别\t场所类型\t所在区划\r\nA-1\t某站\t城乡社区\t社区\t441202\r\n'
    const file = await checkFile(Buffer.from(text, 'utf16le'), '登记册.txt', WORLD)
    expect([file.format, file.forms[0]?.judged.rows.length]).toEqual(['tsv', 1])
  })

  it.each([
    ['A09 a file of WPS tables', ole('Workbook'), '表.et', 'R_FORMAT'],
    ['A09 a file of WPS writer', ole('WordDocument'), '表.wps', 'R_FORMAT'],
    ['A10 an old Word file', ole('WordDocument'), '表.doc', 'R_DOC'],
    ['A12 a workbook with a password', ole('EncryptedPackage'), '表.xlsx', 'R_ENCRYPTED'],
    ['A13 a PDF', Buffer.from('%PDF-1.7\n'), '表.pdf', 'R_SCAN'],
    ['A13 a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), '表.jpg', 'R_SCAN'],
    ['A15 a rar archive', Buffer.from('Rar!\x1a\x07\x00', 'latin1'), '表.rar', 'R_FORMAT'],
    ['A16 a file of 70 MB', Buffer.alloc(70 * 1024 * 1024, 0x20), '表.xlsx', 'R_TOO_LARGE'],
    [
      'A17 text that was saved wrongly',
      Buffer.from('濉姤鍗曚綅,鍚堣,娲诲姩鍚嶇О\n', 'utf8'),
      '表.csv',
      'R_ENCODING',
    ],
  ])('%s is refused and says what to do', async (_, bytes, name, code) => {
    const found = await codes(bytes, name)
    expect(found).toEqual({ verdict: 'REJECTED', codes: [code] })
  })

  it('A08: a workbook under an old name is read by its content', async () => {
    const found = await codes(await good(), '统计表.xls')
    expect(found.codes).toContain('W_FILE_TYPE')
    expect(found.verdict).toBe('ACCEPTED')
  })

  it('K09: a piece of news is no form', async () => {
    const text = '端州区开展学雷锋志愿服务活动，200名志愿者走上街头。'
    const bytes = await writeDocx({ blocks: [{ text: '新闻稿', look: 'title' }, { text }] })
    expect(await codes(bytes, '新闻稿.docx')).toEqual({
      verdict: 'REJECTED',
      codes: ['R_NO_TEMPLATE'],
    })
    const book = await writeXlsx({ sheets: [{ name: 'Sheet1', rows: [[text]] }] })
    expect((await codes(book, '新闻稿.xlsx')).codes).toEqual(['R_NO_TEMPLATE'])
  })
})

describe('Former divisions in the name of a unit', () => {
  const changzhi = (code: string, nameZh: string, more = {}) => ({
    id: `region:${code}`,
    code,
    nameZh,
    parent: 'region:140400',
    level: 'COUNTY',
    validTo: null,
    successors: [],
    functionalZone: false,
    ...more,
  })
  const world: World = {
    ...WORLD,
    regions: [
      ...WORLD.regions,
      { ...changzhi('140400', '长治市'), parent: 'region:140000', level: 'CITY' },
      changzhi('140403', '潞州区'),
      changzhi('140404', '上党区'),
      changzhi('140402', '城区', { validTo: '2018', successors: ['region:140403'] }),
      changzhi('140421', '长治县', { validTo: '2018', successors: ['region:140404'] }),
    ],
    campaigns: WORLD.campaigns.map((one) => ({ ...one, region: 'region:140400' })),
  }
  const reporterOf = async (reporter: string, known: World) => {
    const rows = [{ name: '清洁家园（某队）', personTimes: 20 }]
    const bytes = await filledForm({ reporter, period: PERIODS.W1, rows })
    const { forms } = await checkFile(bytes, '统计表.xlsx', known)
    const { region } = forms[0]?.judged.reporter ?? {}
    return [region, forms[0]?.judged.findings.some((one) => one.code === 'W_OLD_DIVISION')]
  }

  it('I04: 长治县文明办 lies in 上党区 today', async () => {
    expect(await reporterOf('长治县文明办', world)).toEqual(['140404', true])
  })

  it('I05: 城区文明办 lies in 潞州区, inside 长治 only', async () => {
    expect(await reporterOf('城区文明办', world)).toEqual(['140403', true])
    expect(await reporterOf('端州城区文明办', world)).toEqual([null, false])
    const zhaoqing = { ...world, campaigns: WORLD.campaigns }
    expect(await reporterOf('城区文明办', zhaoqing)).toEqual([null, false])
  })
})

/** The head of an OLE container and the name of one stream in its directory. */
function ole(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ])
}
