import { type Encoding, withoutMark } from './mark.ts'

/** Where the rows of a delimited text lie. Plain data: it crosses from the reading process as JSON. */
export interface Ruled {
  readonly delimiter: string
  /** Where each row begins, in bytes of the text as UTF-8, and where the last one ends. */
  readonly starts: readonly number[]
  /** The rows that hold nothing. */
  readonly blank: readonly number[]
}

/** A long text, of which a row is cut into cells when somebody looks at it, and not before. */
export interface Lines extends Ruled {
  fieldsOf(row: number): readonly string[]
}

export function openLines(ruled: Ruled, bytes: Uint8Array, encoding: Encoding): Lines {
  const { delimiter, starts } = ruled
  let text: Buffer | undefined // the reading process has no need of it
  let kept = { row: 0, fields: [] as readonly string[] }
  return {
    ...ruled,
    fieldsOf(row) {
      if (kept.row !== row) {
        text ??= asUtf8(bytes, encoding)
        const line = text.toString('utf8', starts[row - 1] ?? text.length, starts[row])
        kept = { row, fields: cut(line.replace(/(?:\r\n|\r|\n)$/, ''), delimiter) }
      }
      return kept.fields
    },
  }
}

function asUtf8(bytes: Uint8Array, encoding: Encoding): Buffer {
  if (encoding !== 'utf-8') return Buffer.from(new TextDecoder(encoding).decode(bytes))
  const { buffer, byteOffset, length } = withoutMark(bytes)
  return Buffer.from(buffer, byteOffset, length)
}

/** The cells of one line, of which `openRuling` has said that its quotation marks are in order. */
export function cut(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter)
  const fields: string[] = []
  for (let at = 0; ; at += delimiter.length) {
    const quoted = line[at] === '"'
    const end = quoted ? closing(line, at) : endOf(line, at, delimiter)
    fields.push(quoted ? unquoted(line.slice(at + 1, end)) : line.slice(at, end))
    at = quoted ? end + 1 : end
    if (at >= line.length) return fields
  }
}

const unquoted = (text: string) => text.replaceAll('""', '"').replace(/\r\n?/g, '\n')

function endOf(line: string, from: number, delimiter: string): number {
  const end = line.indexOf(delimiter, from)
  return end < 0 ? line.length : end
}

function closing(line: string, opening: number): number {
  for (let at = opening + 1; ; at += 2) {
    at = line.indexOf('"', at)
    if (at < 0) return line.length
    if (line[at + 1] !== '"') return at
  }
}
