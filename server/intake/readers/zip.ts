import {
  type Archive,
  openArchive,
  ZIP_LIMITS,
  ZipFault,
  type ZipReason,
} from '../../office/unzip.ts'
import type { Refusal } from '../sheet.ts'
import { type ReadFault, refuse } from './refuse.ts'

/** The guarded zip of `office`, whose faults become refusals. */
export async function openZip(bytes: Uint8Array): Promise<Archive> {
  try {
    return await openArchive(bytes)
  } catch (error) {
    throw asRefusal(error)
  }
}

/** Other errors come back as they are. */
export function asRefusal(error: unknown): unknown {
  return error instanceof ZipFault ? refusalOf(error) : error
}

const CODES: Record<ZipReason, Refusal['code']> = {
  damaged: 'R_FORMAT',
  'duplicate-name': 'R_FORMAT',
  'unsafe-name': 'R_FORMAT',
  overlap: 'R_FORMAT',
  encrypted: 'R_ENCRYPTED',
  entries: 'R_TOO_LARGE',
  inflated: 'R_TOO_LARGE',
  ratio: 'R_TOO_LARGE',
  'lying-size': 'R_TOO_LARGE',
}

function refusalOf(fault: ZipFault): ReadFault {
  const limits: Record<string, number> = ZIP_LIMITS
  const limit = limits[fault.reason]
  const detail = { raw: 'zip', ...(limit === undefined ? {} : { limit: String(limit) }) }
  return refuse(CODES[fault.reason], fault.reason, detail, fault)
}
