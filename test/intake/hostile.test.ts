import { afterAll, describe, expect, it } from 'vitest'
import { closeReaders, readFile } from '../../server/intake/readers/child.ts'
import { acquire, release } from '../../server/intake/readers/pool.ts'
import type { ReadResult } from '../../server/intake/sheet.ts'
import { packZip } from '../../server/office/zip.ts'
import {
  askReader,
  hostileBooks,
  hostileDocuments,
  hostilePages,
  readMeasured,
  selfish,
  xls,
} from '../helpers/hostile.ts'
import { photo, relationsXml, table, wordFile } from '../helpers/word.ts'

afterAll(closeReaders)

describe('A hostile Word document', () => {
  it.each(hostileDocuments())(
    'with %s is refused within a second',
    async (_, bytes, code, reason) => {
      expect(refusalOf(await measured(await bytes, '附件1.docx'))).toMatchObject({
        code,
        detail: { reason },
      })
    },
  )

  it.each([
    [
      'a template on the writer’s own disk',
      {
        'word/_rels/settings.xml.rels': relationsXml([
          'attachedTemplate file:///C:\\Templates\\Normal.dotm External',
        ]),
      },
    ],
    ['a photo whose notes name themselves over and over', { 'word/media/a.jpg': selfish() }],
  ])('with %s does no harm', async (_, parts) => {
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>'
    const bytes = await wordFile(table(['1', picture]), parts, ['image media/a.jpg'])
    const result = await measured(bytes, 'a.docx')
    expect('book' in result && result.book.sheets[0]?.cells).toEqual({
      A1: { text: '1', kind: 'text' },
    })
  })

  it('may have more parts than a workbook, as each photo is one', async () => {
    const photos = Array.from({ length: 400 }, (_, i) => [`word/media/${i}.jpg`, photo()])
    const result = await measured(
      await wordFile(table(['1']), Object.fromEntries(photos)),
      'a.docx',
    )
    expect('book' in result && result.book.sheets).toHaveLength(1)
  })

  it('of 55 MB of photos is read without holding them', async () => {
    const large = Buffer.alloc(11_000_000)
    for (let i = 0; i < large.length; i += 4) large.writeInt32LE((i * 2_654_435_761) | 0, i)
    photo({ taken: '2017:06:10 09:30:00' }).copy(large)
    const names = ['a', 'b', 'c', 'd', 'e']
    const blips = names.map(
      (_, i) => `<w:p><w:r><w:drawing><a:blip r:embed="rId${i + 1}"/></w:drawing></w:r></w:p>`,
    )
    const bytes = await wordFile(
      table(blips),
      Object.fromEntries(names.map((name) => [`word/media/${name}.jpg`, large])),
      names.map((name) => `image media/${name}.jpg`),
    )
    const result = await measured(bytes, 'a.docx', { seconds: 3, megabytes: 350 })
    expect(
      'book' in result && result.book.sheets[0]?.photos?.map(({ takenOn }) => takenOn),
    ).toEqual(names.map(() => '2017-06-10'))
  })
})

describe('A hostile old workbook', () => {
  it.each(hostileBooks())('with %s is refused within a second', async (_, bytes, code, reason) => {
    expect(refusalOf(await measured(await bytes, '统计表.xls'))).toMatchObject({
      code,
      detail: { reason },
    })
  })

  it('is never more than refused, whichever of its bytes is changed', async () => {
    const good = xls()
    const reader = await acquire(512)
    let state = 11
    for (let i = 0; i < 300; i++) {
      const bytes = Buffer.from(good)
      for (let n = 0; n < 4; n++) {
        state = (state * 1103515245 + 12345) & 0x7fffffff
        bytes[(state >> 8) % bytes.length] = state & 0xff
      }
      const start = performance.now()
      await askReader(reader, bytes, 'a.xls')
      expect(performance.now() - start).toBeLessThan(1_000)
    }
    release(reader, false)
  })
})

describe('A file that is two things at once', () => {
  const zip = packZip([['xl/workbook.xml', '<a/>']])
  it.each<[string, (zip: Buffer) => Buffer, string, string]>([
    [
      'a PDF with a workbook behind it',
      (zip) => Buffer.concat([Buffer.from('%PDF-1.7\n'), zip]),
      'R_SCAN',
      'scan',
    ],
    [
      'a picture with a workbook behind it',
      (zip) => Buffer.concat([photo(), zip]),
      'R_SCAN',
      'scan',
    ],
    [
      'a text with a workbook behind it',
      (zip) => Buffer.concat([Buffer.from('序号,名称\n1,甲\n'), zip]),
      'R_FORMAT',
      'binary',
    ],
    [
      'a program with a workbook behind it',
      (zip) => Buffer.concat([Buffer.from('MZ\x90\0\x03'), zip]),
      'R_FORMAT',
      'binary',
    ],
    [
      'two workbooks, one behind the other',
      (zip) => Buffer.concat([zip, zip]),
      'R_FORMAT',
      'damaged',
    ],
    [
      'a workbook with a web page behind it',
      (zip) => Buffer.concat([zip, Buffer.from('<html><table><tr><td>1</table>')]),
      'R_FORMAT',
      'damaged',
    ],
  ])('such as %s is refused', async (_, make, code, reason) => {
    expect(refusalOf(await measured(make(await zip), 'a.xlsx'))).toMatchObject({
      code,
      detail: { reason },
    })
  })

  it.each([
    ['.xlsm', { 'xl/vbaProject.bin': 'x' }, 'R_MACRO'],
    ['.xlsb', { 'xl/workbook.bin': 'x' }, 'R_FORMAT'],
  ])('or a workbook of the kind %s, whatever it is called', async (_, parts, code) => {
    const bytes = await packZip(Object.entries({ 'xl/workbook.xml': '<a/>', ...parts }))
    expect(refusalOf(await measured(bytes, '统计表.csv')).code).toBe(code)
  })
})

describe('A hostile web page', () => {
  it.each(hostilePages())('with %s is refused within a second', async (_, page, code, reason) => {
    const result = await measured(await page, 'a.xls')
    expect(refusalOf(result)).toMatchObject({ code, detail: { reason } })
  })
})

describe('The reading process', () => {
  it('is kept for the next file, and ended after one that was refused', async () => {
    const readers = async () => {
      const reader = await acquire(512)
      release(reader, true)
      return reader.child.pid
    }
    const first = await readers()
    await readFile(Buffer.from('名称,数\n甲,1\n'), 'a.csv')
    expect(await readers()).toBe(first)
    await readFile(Buffer.from('%PDF-1.7'), 'a.pdf')
    expect(await readers()).not.toBe(first)
  })
})

/** Reads a file, which must take neither long nor much. */
async function measured(
  bytes: Buffer,
  name: string,
  { seconds = 1, megabytes = 200 } = {},
): Promise<ReadResult> {
  const taken = await readMeasured(bytes, name)
  expect(taken.cpu ?? taken.seconds).toBeLessThan(seconds) // a busy machine is no hostile file
  if (taken.megabytes !== undefined) expect(taken.megabytes).toBeLessThan(megabytes)
  return taken.result
}

function refusalOf(result: ReadResult) {
  if (!('refusal' in result)) throw new Error('the file was read')
  return result.refusal
}
