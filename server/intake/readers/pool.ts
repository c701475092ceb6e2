import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

export interface Reader {
  readonly child: ChildProcess
  readonly memoryMb: number
}

const MOST = 2 // so that one slow file does not hold up all others

const idle: Reader[] = []
const all = new Set<Reader>()
const waiting: (() => void)[] = []
let taken = 0

/** A warm reader when there is one; waits while all are busy. */
export async function acquire(memoryMb: number): Promise<Reader> {
  while (taken >= MOST) await new Promise<void>((resolve) => waiting.push(resolve))
  taken++
  try {
    const reader = warm(memoryMb) ?? (await start(memoryMb))
    hold(reader, true)
    return reader
  } catch (error) {
    leave()
    throw error
  }
}

/** A reader is kept for the next file, unless it has ended or the file was not to be trusted. */
export function release(reader: Reader, isTrusted: boolean): void {
  hold(reader, false)
  if (!isTrusted) reader.child.kill('SIGKILL')
  if (isAlive(reader)) idle.push(reader)
  leave()
}

/** Ends the readers; the next file would start one again. */
export async function closeReaders(): Promise<void> {
  const ends = [...all].map(async ({ child }) => {
    const end = once(child, 'exit')
    child.ref() // else nothing would be left to wait for
    child.kill('SIGKILL')
    await end
  })
  await Promise.all(ends)
}

function leave(): void {
  taken--
  waiting.shift()?.()
}

function warm(memoryMb: number): Reader | undefined {
  const place = idle.findIndex((reader) => reader.memoryMb === memoryMb && isAlive(reader))
  if (place >= 0) return idle.splice(place, 1)[0]
  if (taken + idle.length > MOST) idle.shift()?.child.kill('SIGKILL')
  return undefined
}

function isAlive({ child }: Reader): boolean {
  return child.connected && !child.killed && child.exitCode === null && child.signalCode === null
}

/** Only a reader at work keeps this process alive. */
function hold({ child }: Reader, working: boolean): void {
  const doing = working ? 'ref' : 'unref'
  child[doing]()
  child.channel?.[doing]()
}

async function start(memoryMb: number): Promise<Reader> {
  const child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), {
    execArgv: ['--import', tsx(), `--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: bareEnvironment(),
  })
  const reader = { child, memoryMb }
  all.add(reader)
  child.once('exit', () => {
    all.delete(reader)
    const place = idle.indexOf(reader)
    if (place >= 0) idle.splice(place, 1)
  })
  await untilReady(child)
  return reader
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (what: unknown) =>
      reject(new Error('the file reader did not start', { cause: what }))
    child.once('error', fail).once('exit', fail)
    child.once('message', () => {
      child.off('error', fail).off('exit', fail)
      child.on('error', () => child.kill('SIGKILL')) // a message that could not be sent
      resolve()
    })
  })
}

function tsx(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}

/** The reader has no business with keys and addresses that stand in our environment. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT']
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]))
}
