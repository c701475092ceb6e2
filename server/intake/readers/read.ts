import { extname, parse } from 'node:path'
import type { Book, ReadResult, Refusal } from '../sheet.ts'
import { readTable } from './csv.ts'
import { decodeText } from './decode.ts'
import { looksLikeJson, readJson } from './json.ts'
import { kindOf, oleKindOf, zipKindOf } from './kind.ts'
import { LIMITS, tooLarge } from './limits.ts'
import { ReadFault, refuse } from './refuse.ts'
import { remarksOn } from './remarks.ts'
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
  if (bytes.length > LIMITS.upload) throw tooLarge('upload', bytes.length)
  const { kind, raw } = kindOf(bytes)
  if (kind === 'zip') return await readZip(bytes)
  if (kind === 'text') return readText(bytes, name)
  if (kind === 'ole') throw refuseOle(bytes, name)
  if (kind === 'scan') throw refuse('R_SCAN', 'scan', { raw })
  if (kind === 'packed') throw refuse('R_FORMAT', 'packed', { raw })
  throw refuse('R_FORMAT', kind === 'empty' ? 'empty' : 'not-yet', { raw })
}

async function readZip(bytes: Uint8Array): Promise<Book> {
  const zip = await openZip(bytes)
  const kind = zipKindOf(zip.names)
  if (kind === 'xlsx') return await readSheets(zip)
  if (kind === 'ofd') throw refuse('R_SCAN', 'scan', { raw: 'OFD' })
  if (kind === 'zip') throw refuse('R_FORMAT', 'packed', { raw: 'zip' })
  throw refuse('R_FORMAT', 'not-yet', { raw: `.${kind}` })
}

function readText(bytes: Uint8Array, name: string): Book {
  const { text, encoding } = decodeText(bytes)
  return looksLikeJson(text)
    ? readJson(text, encoding)
    : readTable(text, encoding, parse(name).name || 'csv')
}

function refuseOle(bytes: Uint8Array, name: string): ReadFault {
  const kind = oleKindOf(bytes)
  const extension = extname(name).toLowerCase()
  const fromWps = /^\.(wps|wpt|et|ett|dps)$/.test(extension) // WPS's own files are OLE as well
  if (kind === 'encrypted') return refuse('R_ENCRYPTED', 'password', { raw: extension })
  if (kind === 'doc' && !fromWps) return refuse('R_DOC', 'not-yet', { raw: '.doc' })
  return refuse('R_FORMAT', 'not-yet', { raw: fromWps ? extension : '.xls' })
}

/** Whatever goes wrong while reading is the file's fault, told without its contents. */
function refusalOf(error: unknown, name: string): Refusal {
  const fault = asRefusal(error)
  if (fault instanceof ReadFault) return fault.refusal
  return refuse('R_FORMAT', 'damaged', { raw: extname(name) || 'file' }, error).refusal
}
