import { type ChildProcess, fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'

// A server under measurement: a process of its own, asked over one connection, and asked how much CPU it has used.

const agents: Record<number, Agent> = {}

export interface Started {
  readonly child: ChildProcess
  readonly port: number
}

export async function start(script: string, file: string): Promise<Started> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [file], {
    execArgv: ['--import', 'tsx'],
  })
  const { port } = await message<{ port: number }>(child)
  return { child, port }
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`ended with ${code}`))
    child.once('message', (value) => {
      child.off('exit', ended)
      resolve(value as T)
    })
    child.once('exit', ended)
  })
}

export async function cpuOf({ child }: Started): Promise<number> {
  const answer = message<{ cpu: number }>(child)
  child.send('cpu')
  return (await answer).cpu
}

/** What `/graphql` answers. */
export function ask({ port }: Started, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
    }
    const asked = request(
      { port, path: '/graphql', method: 'POST', headers, agent: agentOf(port) },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () => resolve(Buffer.concat(parts).toString()))
      },
    )
    asked.on('error', reject)
    asked.end(sent)
  })
}

function agentOf(port: number): Agent {
  agents[port] ??= new Agent({ keepAlive: true, maxSockets: 1 })
  return agents[port]
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}
