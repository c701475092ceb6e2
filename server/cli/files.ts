import { readFile } from 'node:fs/promises'
import { EXIT, HubError } from '../errors.ts'

/** The bytes of a file that the caller named. */
export async function readNamed(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name)
  } catch (error) {
    throw new HubError('IO', `The file '${name}' could not be read.`, EXIT.IO, { cause: error })
  }
}
