import type { Claim } from '../records/claim.ts'
import type { Numbering } from './claims/campaign.ts'
import type { Origin } from './claims/draft.ts'
import type { Extent } from './extent.ts'
import type { JudgedForm } from './judged.ts'
import type { Assigned } from './period.ts'

/** A judged form with what is needed to enter it. */
export interface FormInHand {
  readonly judged: JudgedForm
  readonly again: 'adds' | 'replaces'
  readonly assigned: Assigned | null
  /** What tells this form from others of its reporter and period that do not replace it. */
  readonly subject?: string
  /** False where nobody knows yet who filed it: it is kept, but claims nothing. */
  readonly attributed: boolean
  /** Of a register that is complete for a region: what it does not list there is closed. */
  readonly extent?: Extent
  claims(origin: Origin, numbering?: Numbering): Claim[]
  /** Of a register too long to be held at once: the same claims, one after another. */
  flow?(origin: Origin): Iterable<Claim>
}

/** Is told how far a long register has come. */
export type Tell = (step: 'judged' | 'noted' | 'entered', rows: number) => void

export interface CheckOptions {
  /** When the file was received, for forms that do not say their period. */
  readonly receivedAt?: string | null
  /** The organization that files, where the form does not say it. */
  readonly as?: string | null
  readonly tell?: Tell | undefined
}
