import type { ChildProcess } from 'node:child_process'
import type { ReadResult } from '../sheet.ts'
import { LIMITS, tooLarge } from './limits.ts'
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
    isTrusted = !('refusal' in result)
    return result
  } finally {
    release(reader, isTrusted)
  }
}

function ask(child: ChildProcess, job: Job, timeoutMs: number): Promise<ReadResult> {
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
    child.send(job, (error) => error && child.kill('SIGKILL'))
  })
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
