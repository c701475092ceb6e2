import { extname, parse } from 'node:path'
import type { Book, ReadResult, Refusal } from '../sheet.ts'
import { readTable } from './csv.ts'
import { decodeText, openText } from './decode.ts'
import { readDocx } from './docx.ts'
import { looksLikeHtml, readHtml } from './html.ts'
import { looksLikeJson, readJson } from './json.ts'
import { kindOf, oleKindOf, zipKindOf } from './kind.ts'
import { LIMITS, tooLarge } from './limits.ts'
import { type Compound, openCompound } from './ole.ts'
import { ReadFault, refuse } from './refuse.ts'
import { remarksOn } from './remarks.ts'
import { readXls } from './xls.ts'
import { readSheets } from './xlsx.ts'
import { asRefusal, openZip } from './zip.ts'

/** Reads a file by what it is, in this process. For files from outside use `readFile`. */
export async function readBytes(bytes: Uint8Array, name: string): Promise<ReadResult> {
  try {
    const book = await readBook(bytes, name)
    return { book, remarks: remarksOn(book, name) }
  } catch (error) {
    return { refusal: refusalOf(error, name) }
  }
}

async function readBook(bytes: Uint8Array, name: string): Promise<Book> {
  const { kind, raw } = kindOf(bytes)
  if (kind === 'zip') return await readZip(bytes)
  if (kind === 'text' || kind === 'markup') return readText(bytes, name)
  if (bytes.length > LIMITS.upload) throw tooLarge('upload', bytes.length)
  if (kind === 'ole') return await readOle(bytes, name)
  if (kind === 'scan') throw refuse('R_SCAN', 'scan', { raw })
  if (kind === 'packed') throw refuse('R_FORMAT', 'packed', { raw })
  throw refuse('R_FORMAT', kind === 'empty' ? 'empty' : 'format', { raw })
}

async function readZip(bytes: Uint8Array): Promise<Book> {
  if (bytes.length > LIMITS.document) throw tooLarge('document', bytes.length)
  const zip = await openZip(bytes)
  const kind = zipKindOf(zip.names)
  if (kind === 'docx') return await readDocx(zip)
  if (bytes.length > LIMITS.upload) throw tooLarge('upload', bytes.length)
  if (kind === 'xlsx') return await readSheets(zip)
  if (kind === 'ofd') throw refuse('R_SCAN', 'scan', { raw: 'OFD' })
  if (kind === 'zip') throw refuse('R_FORMAT', 'packed', { raw: 'zip' })
  if (kind === 'ambiguous') throw refuse('R_FORMAT', 'ambiguous')
  throw refuse('R_FORMAT', 'format', { raw: `.${kind}` })
}

function readText(bytes: Uint8Array, name: string): Book {
  if (bytes.length > LIMITS.delimited) throw tooLarge('delimited', bytes.length)
  const text = openText(bytes)
  const title = parse(name).name
  const read = looksLikeJson(text.start) ? readJson : looksLikeHtml(text.start) ? readHtml : null
  if (read === null) return readTable(bytes, text, title || 'csv')
  if (bytes.length > LIMITS.upload) throw tooLarge('upload', bytes.length)
  return read(decodeText(bytes).text, text.encoding, title || 'html')
}

async function readOle(bytes: Uint8Array, name: string): Promise<Book> {
  const extension = extname(name).toLowerCase()
  const file = compound(bytes)
  const kind = oleKindOf(file?.names, bytes)
  const fromWps = /^\.(wps|wpt|et|ett|dps)$/.test(extension) // WPS's own files are OLE as well
  if (kind === 'encrypted') throw refuse('R_ENCRYPTED', 'password', { raw: extension })
  if (fromWps) throw refuse('R_FORMAT', 'format', { raw: extension })
  if (kind === 'doc' || (kind === 'other' && /^\.(doc|dot)$/.test(extension))) {
    throw refuse('R_DOC', 'old-word', { raw: '.doc' })
  }
  if (kind === 'xls' && file) return await readXls(file)
  throw refuse('R_FORMAT', file ? 'format' : 'damaged', { raw: extension || 'OLE' })
}

function compound(bytes: Uint8Array): Compound | undefined {
  try {
    return openCompound(bytes)
  } catch {
    return undefined // what it was meant to be is still told, by the names in it
  }
}

/** Whatever goes wrong while reading is the file's fault, told without its contents. */
function refusalOf(error: unknown, name: string): Refusal {
  const fault = asRefusal(error)
  const { code, detail } =
    fault instanceof ReadFault ? fault.refusal : refuse('R_FORMAT', 'damaged', {}, error).refusal
  return { code, detail: { raw: extname(name).toLowerCase() || 'file', ...detail } }
}
