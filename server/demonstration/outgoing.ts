import { writeXlsx } from '../office/xlsx.ts'
import type { Encoding } from './encoding.ts'
import { csvBytes, type Row, registerBook } from './register.ts'

export interface GeneratedFile {
  /** Its path inside the directory. */
  readonly file: string
  readonly receivedAt: string
}

/** A file on its way out. */
export interface OutgoingFile extends GeneratedFile {
  readonly bytes: Buffer
}

export interface RegisterTask {
  readonly name: string
  /** When it was sent. */
  readonly day: string
  readonly title: string
  readonly note: string
  readonly header: readonly string[]
  readonly rows: Iterable<Row>
  readonly count: number
  readonly asCsv?: boolean
  readonly encoding?: Encoding
}

const CHUNK = 20_000

/** A workbook or a CSV file; what is longer than a chunk goes out as numbered CSV files. */
export async function* registerFiles(task: RegisterTask): AsyncGenerator<OutgoingFile> {
  const { name, header } = task
  if (task.count <= CHUNK && !task.asCsv) {
    const bytes = await writeXlsx(registerBook(task.title, task.note, header, [...task.rows]))
    yield { file: `${name}.xlsx`, receivedAt: moment(task.day, 0), bytes }
    return
  }
  let number = 0
  for (const rows of chunksOf(task.rows)) {
    const suffix = task.count <= CHUNK ? '' : `-${String(number + 1).padStart(3, '0')}`
    const bytes = csvBytes([header, ...rows], task.encoding ?? 'utf-8')
    yield { file: `${name}${suffix}.csv`, receivedAt: moment(task.day, number), bytes }
    number++
  }
}

function moment(day: string, minutes: number): string {
  const time = new Date(Date.parse(`${day}T09:30:00Z`) + minutes * 60_000)
  return time.toISOString().replace(/\.000Z$/, '+08:00')
}

function* chunksOf<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = []
  for (const item of items) {
    if (chunk.push(item) === CHUNK) {
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
