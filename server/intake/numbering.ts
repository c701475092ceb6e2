import { parse } from '../../schema/tables/row.ts'
import { type Claim, findClaims } from '../records/claim.ts'
import type { Trx } from '../records/ledger.ts'
import { activityPrefix, type Numbering } from './claims/campaign.ts'

type Scope = Parameters<typeof activityPrefix>[0]

/** Gives the activities of a file their numbers; forms of one file for one week share a row of them. */
export interface Numbers {
  give(scope: Scope, claims: (numbering: Numbering) => Claim[]): Promise<Claim[]>
}

/** Rows keep their ids over corrections: by name, else by their place in the form. */
export function openNumbers(trx: Trx): Numbers {
  const given = new Map<string, Claim[]>()
  return {
    async give(scope, claims) {
      const prefix = activityPrefix(scope)
      const earlier = given.get(prefix) ?? []
      const made = claims(await numberingOf(trx, prefix, earlier))
      given.set(prefix, [...earlier, ...made])
      return made
    },
  }
}

async function numberingOf(trx: Trx, prefix: string, same: readonly Claim[]): Promise<Numbering> {
  const filed = await findClaims(trx, 'activity', prefix)
  const byName = new Map<string, number>()
  const byPosition = new Map<number, number>()
  let highest = 0
  const note = (record: string, known: Claim['known']) => {
    const number = Number(record.slice(prefix.length))
    if (!Number.isInteger(number)) return // of a media report
    highest = Math.max(highest, number)
    if (known === undefined) return
    byName.set(known.name, number)
    byPosition.set(known.position, number)
  }
  for (const claim of filed) {
    note(claim.record, (parse(claim.content) as Pick<Claim, 'known'>).known)
  }
  // What stands in the same file is another activity, whatever place it has there.
  const own = same.filter((claim) => claim.type === 'activity')
  for (const { record } of own) note(record, undefined)
  if (own.length > 0) byPosition.clear()
  return { byName, byPosition, highest }
}
