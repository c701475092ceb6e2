import type { ChildProcess } from 'node:child_process'
import type { ReadResult, Sheet } from '../sheet.ts'
import { LIMITS, tooLarge } from './limits.ts'
import { openLines } from './lines.ts'
import type { Encoding } from './mark.ts'
import { acquire, release } from './pool.ts'
import type { Job } from './process.ts'
import { type ReadFault, refuse } from './refuse.ts'

export { closeReaders } from './pool.ts'

export interface ReadOptions {
  /** After so long the child is killed and the file refused. */
  readonly timeoutMs?: number
  /** The child's heap. */
  readonly memoryMb?: number
}

/** Reads a file from outside in a process of its own: whatever the file does, this one lives. */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  { timeoutMs = 30_000, memoryMb = 512 }: ReadOptions = {},
): Promise<ReadResult> {
  if (bytes.length > LIMITS.document) return answer(tooLarge('document', bytes.length))
  const reader = await acquire(memoryMb)
  let isTrusted = false
  try {
    const result = await ask(reader.child, { bytes, name }, timeoutMs)
    // What a large file took, its reader would go on holding.
    isTrusted = !('refusal' in result) && bytes.length <= LIMITS.upload
    return withLines(result, bytes)
  } finally {
    release(reader, isTrusted)
  }
}

/** Of a long text only where its lines are has come back: the text itself never went. */
function withLines(result: ReadResult, bytes: Uint8Array): ReadResult {
  if ('refusal' in result) return result
  const { book } = result
  const opened = (sheet: Sheet): Sheet =>
    sheet.lines === undefined
      ? sheet
      : { ...sheet, lines: openLines(sheet.lines, bytes, book.encoding as Encoding) }
  return { ...result, book: { ...book, sheets: book.sheets.map(opened) } }
}

function ask(
  child: ChildProcess,
  file: { readonly bytes: Uint8Array; readonly name: string },
  timeoutMs: number,
): Promise<ReadResult> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      const limit = { limit: `${timeoutMs} ms` }
      finish(answer(refuse('R_TOO_LARGE', 'time', limit)))
      child.kill('SIGKILL')
    }, timeoutMs)
    const onExit = (code: number | null, signal: string | null) => finish(crash(code, signal))
    const onAnswer = (json: string) => finish(JSON.parse(json))
    const finish = (result: ReadResult) => {
      clearTimeout(timer)
      child.off('message', onAnswer).off('exit', onExit)
      resolve(result)
    }
    child.once('message', onAnswer).once('exit', onExit)
    send(child, file).catch(() => child.kill('SIGKILL'))
  })
}

const PIECE = 256 * 1024

/** Piece by piece, each when the one before has gone: a message is copied on both sides. */
async function send(
  child: ChildProcess,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<void> {
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const piece: Job = { name, bytes: bytes.subarray(at, at + PIECE), at, size: bytes.length }
    await new Promise<void>((resolve, reject) =>
      child.send(piece, (error) => (error ? reject(error) : resolve())),
    )
  }
}

/** V8 ends the process by a signal when its heap is full. */
function crash(code: number | null, signal: string | null): ReadResult {
  return answer(
    signal
      ? refuse('R_TOO_LARGE', 'memory', { raw: signal })
      : refuse('R_FORMAT', 'damaged', { raw: 'file', exit: String(code) }),
  )
}

function answer({ refusal }: ReadFault): ReadResult {
  return { refusal }
}
