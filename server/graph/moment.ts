import { Arg } from 'type-graphql'
import { DateScalar } from '../../schema/types/scalars.ts'
import { endOfShanghaiDay } from '../clock.ts'
import { requireRevision } from '../records/revision.ts'
import { dayOf } from './arguments.ts'
import type { Context } from './context.ts'

/** A day by which forms count; see `momentOf`. */
export const OnDay = () =>
  Arg('on', () => DateScalar, {
    nullable: true,
    description: 'As it stood at the end of that day; now where nothing is said (截至).',
  })

/** The end of a day that was named, else now; in the past graph, the moment of its revision. */
export async function momentOf(
  context: Context,
  at: number,
  on: Date | string | null | undefined,
): Promise<Date> {
  if (on != null) return new Date(endOfShanghaiDay(dayOf(on)))
  return at === context.newest
    ? context.clock()
    : new Date((await requireRevision(context.db, at)).at)
}
