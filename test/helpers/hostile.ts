import { readFileSync } from 'node:fs'
import { CFB, utils, write } from '@e965/xlsx'
import { acquire, type Reader, release } from '../../server/intake/readers/pool.ts'
import type { ReadResult } from '../../server/intake/sheet.ts'
import { packZip } from '../../server/office/zip.ts'
import { relationsXml, table, tc, wordFile } from './word.ts'

/** What is wrong with a file, the file, and the refusal it gets: its code and its reason. */
export type Hostile = readonly [
  what: string,
  bytes: Buffer | Promise<Buffer>,
  code: string,
  reason: string,
]

const field = (code: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${code
    .split('|')
    .map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`)
    .join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
const DDE = 'DDE|AUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"'
const deep = (element: string, times: number) =>
  `<w:${element}>`.repeat(times) + `</w:${element}>`.repeat(times)
const nested = '<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000)

export const hostileDocuments = (): Hostile[] => [
  [
    '150 MB in 150 kB',
    wordFile('', { 'word/document.xml': Buffer.alloc(150e6, ' ') }),
    'R_TOO_LARGE',
    'inflated',
  ],
  [
    '90 MB in 90 kB',
    wordFile('', { 'word/document.xml': Buffer.alloc(90e6, ' ') }),
    'R_TOO_LARGE',
    'ratio',
  ],
  ['20 000 tables in one another', wordFile(nested), 'R_TOO_LARGE', 'depth'],
  ['20 000 controls in one another', wordFile(deep('sdt', 20_000)), 'R_TOO_LARGE', 'depth'],
  [
    'a column 2 000 000 000',
    wordFile(`<w:tbl><w:tr>${tc('<w:gridSpan w:val="2000000000"/>', '1')}</w:tr></w:tbl>`),
    'R_TOO_LARGE',
    'column',
  ],
  [
    '1 200 000 cells',
    wordFile(`<w:tbl><w:tr>${'<w:tc/>'.repeat(1_200_000)}</w:tr></w:tbl>`),
    'R_TOO_LARGE',
    'ratio',
  ],
  ['1 200 tables', wordFile(table(['1']).repeat(1_200)), 'R_TOO_LARGE', 'sheets'],
  ['a cell of 40 000 characters', wordFile(table(['字'.repeat(40_000)])), 'R_TOO_LARGE', 'text'],
  [
    'a DOCTYPE with entities',
    wordFile('', { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "ha">]><w>&a;</w>' }),
    'R_FORMAT',
    'doctype',
  ],
  [
    'a picture on another server',
    wordFile('', {}, ['image http://192.0.2.1/a.png External']),
    'R_FORMAT',
    'external-content',
  ],
  [
    'a template on another server',
    wordFile('', {
      'word/_rels/settings.xml.rels': relationsXml([
        'attachedTemplate http://192.0.2.1/a.dotm External',
      ]),
    }),
    'R_FORMAT',
    'external-content',
  ],
  [
    'a template on a file server',
    wordFile('', {
      'word/_rels/settings.xml.rels': relationsXml([
        'attachedTemplate \\\\192.0.2.1\\a.dotm External',
      ]),
    }),
    'R_FORMAT',
    'external-content',
  ],
  [
    'an object on another server',
    wordFile('', {}, ['oleObject http://192.0.2.1/a.html! External']),
    'R_FORMAT',
    'external-content',
  ],
  ['a field that starts a program', wordFile(field(DDE)), 'R_FORMAT', 'dde'],
  [
    'such a field in deleted text',
    wordFile(`<w:del>${field(DDE).replaceAll('instrText', 'delInstrText')}</w:del>`),
    'R_FORMAT',
    'dde',
  ],
  [
    'such a field in its page header',
    wordFile('', { 'word/header1.xml': `<w:hdr xmlns:w="urn:w">${field(DDE)}</w:hdr>` }, [
      'header header1.xml',
    ]),
    'R_FORMAT',
    'dde',
  ],
  [
    'a simple field of that kind',
    wordFile('<w:fldSimple w:instr=" dde Excel"/>'),
    'R_FORMAT',
    'dde',
  ],
  [
    'another file to take in',
    wordFile('<w:altChunk r:id="rId1"/>', {}, ['aFChunk a.mht']),
    'R_FORMAT',
    'embedded',
  ],
  [
    'an object inside',
    wordFile('', { 'word/embeddings/oleObject1.bin': 'x' }),
    'R_FORMAT',
    'embedded',
  ],
  [
    'a control inside',
    wordFile('', { 'word/activeX/activeX1.xml': '<a/>' }),
    'R_FORMAT',
    'embedded',
  ],
  ['a macro', wordFile('', { 'word/vbaProject.bin': 'x' }), 'R_MACRO', 'macro'],
  [
    'macros by its content type (.docm)',
    wordFile('', {
      '[Content_Types].xml':
        '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    }),
    'R_MACRO',
    'macro',
  ],
  [
    'a workbook beside the document',
    wordFile('', { 'xl/workbook.xml': '<workbook/>' }),
    'R_FORMAT',
    'ambiguous',
  ],
  [
    '1 200 parts',
    wordFile('', Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`word/${i}`, 'x']))),
    'R_TOO_LARGE',
    'entries',
  ],
  ['nothing in it', packZip([['word/document.xml', '<a/>']]), 'R_FORMAT', 'damaged'],
]

export const hostileBooks = (): Hostile[] => [
  ['a chain that runs in a circle', circle(), 'R_FORMAT', 'damaged'],
  ['a macro', withStreams('/_VBA_PROJECT_CUR/VBA/dir'), 'R_MACRO', 'macro'],
  ['a macro sheet of 1992', macroSheet(), 'R_MACRO', 'macro'],
  ['a file inside it', withStreams('/MBD0001A2B3/Package'), 'R_FORMAT', 'embedded'],
  ['three million numbers', numbers(3_000_000), 'R_TOO_LARGE', 'cells'],
  ['a password (2007 and later)', withStreams('/EncryptedPackage'), 'R_ENCRYPTED', 'password'],
  ['nothing but its first bytes', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'R_FORMAT', 'damaged'],
]

const PAGES: readonly (readonly string[])[] = [
  ['20 000 tables in one another', '<table><tr><td>'.repeat(20_000), 'depth'],
  ['a cell two million columns wide', '<table><tr><td colspan=2000000>1', 'column'],
  [
    'cells that reach over everything',
    `<table><tr>${'<td rowspan=60000 colspan=16000>1</tr><tr>'.repeat(9)}${'<td>1</tr><tr>'.repeat(60_000)}`,
    'column',
  ],
  ['a cell of 40 000 characters', `<table><tr><td>${'字'.repeat(40_000)}`, 'text'],
]

export const hostilePages = (): Hostile[] =>
  PAGES.map(([what = '', page = '', reason = '']) => [
    what,
    Buffer.from(page),
    'R_TOO_LARGE',
    reason,
  ])

/** Reads in a process of its own that is warm; takes its time and what memory it came to need. */
export async function readMeasured(bytes: Buffer, name: string): Promise<Measured> {
  const reader = await acquire(512)
  await askReader(reader, Buffer.from('名称,数\n甲,1\n'), 'a.csv')
  const { pid } = reader.child
  const before = cpuOf(pid)
  const start = performance.now()
  const result = await askReader(reader, bytes, name)
  const seconds = (performance.now() - start) / 1000
  const after = cpuOf(pid)
  const cpu = before === undefined || after === undefined ? undefined : after - before
  const megabytes = peakOf(pid)
  release(reader, false)
  return { result, seconds, cpu, megabytes }
}

export interface Measured {
  readonly result: ReadResult
  readonly seconds: number
  /** Seconds of processor, where the system tells: they do not wait for others. */
  readonly cpu: number | undefined
  /** Where the system tells. */
  readonly megabytes: number | undefined
}

export function askReader({ child }: Reader, bytes: Buffer, name: string): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null) =>
      reject(new Error(`the reader ended: ${code} ${signal}`))
    child.once('exit', onExit)
    child.once('message', (json: string) => {
      child.off('exit', onExit)
      resolve(JSON.parse(json))
    })
    child.send({ bytes, name })
  })
}

const TICKS = 100 // a second, on every Linux that Node runs on

/** What a process has worked so far, in seconds; Linux tells, other systems do not. proc(5), fields 14 and 15. */
function cpuOf(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS
  } catch {
    return undefined
  }
}

/** The most memory that a process has taken, in megabytes; Linux tells, other systems do not. */
export function peakOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  } catch {
    return undefined
  }
}

export function xls(): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['活动名称', '人次'],
      ['清洁家园', 200],
      [null, 3.5],
    ]),
    '统计表',
  )
  return write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer
}

type Compound = ReturnType<typeof CFB.read>

function container(): Compound {
  return CFB.read(xls(), { type: 'buffer' })
}

function packed(file: Compound): Buffer {
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

function withStreams(...names: readonly string[]): Buffer {
  const file = container()
  for (const name of names) CFB.utils.cfb_add(file, name, Buffer.from('x'))
  return packed(file)
}

/** Every sector of the table of chains says that the chain goes on where it is. */
function circle(): Buffer {
  const bytes = xls()
  const table = (bytes.readUInt32LE(76) + 1) * 512
  for (let i = 0; i < 128; i++) bytes.writeUInt32LE(i, table + i * 4)
  return bytes
}

function record(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(content.length, 2)
  return Buffer.concat([head, content])
}

function oldBook(...records: readonly Buffer[]): Buffer {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(
    file,
    '/Workbook',
    Buffer.concat([record(0x0809, Buffer.from('0006050000000000', 'hex')), ...records]),
  )
  return packed(file)
}

function macroSheet(): Buffer {
  return oldBook(
    record(0x0085, Buffer.from('00000000000102004d31', 'hex')),
    record(0x000a, Buffer.alloc(0)),
  )
}

/** Each record holds 340 numbers side by side. */
function numbers(count: number): Buffer {
  const row = record(0x00bd, Buffer.alloc(340 * 6))
  return oldBook(...Array(Math.ceil(count / 340)).fill(row))
}

/** Notes with 5 000 entries, each of which claims all the bytes there are. */
export function selfish(): Buffer {
  const entries = Array.from({ length: 5_000 }, (_, i) => {
    const entry = Buffer.alloc(12)
    entry.writeUInt16LE(i + 1, 0)
    entry.writeUInt16LE(1, 2)
    entry.writeUInt32LE(60_000, 4)
    return entry
  })
  const count = Buffer.from([5_000 & 0xff, 5_000 >> 8])
  const notes = Buffer.concat([
    Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'),
    count,
    ...entries,
    Buffer.alloc(4),
  ])
  const head = Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    (notes.length + 2) >> 8,
    (notes.length + 2) & 0xff,
  ])
  return Buffer.concat([head, notes, Buffer.from('ffd9', 'hex')])
}
