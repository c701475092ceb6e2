import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileOf } from './open.ts'

/**
 * The files as offices sent them, names and telephone numbers included. They lie beside the database,
 * outside it, readable by its owner only, encrypted where there is a key, and no door serves them.
 */
export interface Originals {
  keep(sha256: string, bytes: Uint8Array): Promise<void>
  /** The bytes; null where they are not kept (any more), or the key is another one. */
  read(sha256: string): Promise<Uint8Array | null>
  /** Removes what is older than the days of retention; tells how many files went. */
  purge(now: Date): Promise<number>
  remove(sha256: string): Promise<boolean>
}

export interface OriginalsOptions {
  readonly url: string
  /** 32 bytes, for AES-256-GCM; null keeps them as they are. */
  readonly key: Buffer | null
  /** 0 keeps none. */
  readonly days: number
}

export function openOriginals({ url, key, days }: OriginalsOptions): Originals {
  const folder = folderOf(url)
  const pathOf = (sha256: string) => join(folder, `${sha256}.${key === null ? 'bin' : 'enc'}`)
  return {
    async keep(sha256, bytes) {
      if (days === 0) return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = join(folder, `${sha256}.unfinished`)
      const file = await open(unfinished, 'w', 0o600)
      try {
        await file.writeFile(key === null ? bytes : sealed(key, bytes))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, pathOf(sha256))
    },
    async read(sha256) {
      const bytes = await readFile(pathOf(sha256)).catch(() => null)
      if (bytes === null) return null
      const opened = key === null ? bytes : unsealed(key, bytes)
      if (opened === null) return null
      return createHash('sha256').update(opened).digest('hex') === sha256 ? opened : null
    },
    async purge(now) {
      const names = await readdir(folder).catch(() => [])
      let gone = 0
      for (const name of names) {
        const { mtimeMs } = await stat(join(folder, name))
        if (now.getTime() - mtimeMs <= days * 86_400_000) continue
        await rm(join(folder, name), { force: true })
        gone += 1
      }
      return gone
    },
    async remove(sha256) {
      const names = (await readdir(folder).catch(() => [])).filter((name) =>
        name.startsWith(sha256),
      )
      for (const name of names) await rm(join(folder, name), { force: true })
      return names.length > 0
    },
  }
}

/** In the folder of the database file, under its name; of PostgreSQL under a name of its address. */
function folderOf(url: string): string {
  const file = fileOf(url)
  if (file !== null) return `${file}.originals`
  const { host, pathname } = new URL(url)
  return join('var', `${`postgres-${host}${pathname}`.replaceAll(/[^\w.-]/g, '-')}.originals`)
}

const NONCE = 12
const TAG = 16

function sealed(key: Buffer, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const hidden = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden])
}

function unsealed(key: Buffer, bytes: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
  } catch {
    return null // another key, or a file that somebody touched
  }
}
