import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { DateTimeScalar } from '../../schema/types/scalars.ts'
import { OpenState, Station } from '../../schema/types/station.ts'
import { readHolidays } from '../records/calendar.ts'
import type { Holidays } from '../records/due.ts'
import { type OpenState as OpenRow, openState } from '../records/open.ts'
import { requireRevision } from '../records/revision.ts'
import { findHours, type OpenHours, type StationRow } from '../records/station.ts'
import { batch, type Context } from './context.ts'
import { LangArg } from './recorded.ts'

@Resolver(() => Station)
export class StationOpening {
  @FieldResolver(() => OpenState, {
    description:
      'Open, closed or unknown at that moment in Asia/Shanghai; holidays and make-up working days (调休) counted (开放状态).',
  })
  async openState(
    @Root() station: StationRow,
    @Arg('at', () => DateTimeScalar, { nullable: true, description: 'When; now unless said.' })
    at: Date | string | null,
    @Ctx() context: Context,
  ): Promise<OpenRow> {
    const moment = at === null ? await presentOf(context, station.at) : new Date(at)
    return openState(station, moment, await holidaysOf(context, station.at))
  }
}

@Resolver(() => OpenState)
export class OpenStateResolver {
  @FieldResolver(() => String, { description: 'Why, and until when, in words (说明).' })
  reason(@Root() { reason }: OpenRow, @LangArg() lang: 'zh' | 'en'): string {
    return reason[lang]
  }
}

/** Every holiday that the hub knew at a revision, read once a request. */
export async function holidaysOf(context: Context, at: number): Promise<Holidays> {
  const all = batch(
    context,
    `holidays ${at}`,
    async () => new Map([['all', await readHolidays(context.db, at)]]),
  )
  return (await all.load('all')) ?? new Map()
}

/** Now; in the past graph, the moment of its revision. */
export async function presentOf(context: Context, at: number): Promise<Date> {
  if (at === context.newest) return context.clock()
  const known = batch(context, 'moments', async (numbers) => {
    const found = await Promise.all(numbers.map((one) => requireRevision(context.db, Number(one))))
    return new Map(found.map((one) => [String(one.number), one.at]))
  })
  return new Date((await known.load(String(at))) ?? 0)
}

/** What the texts of opening hours say of a moment: how a list is narrowed to what is open. */
export async function hoursOpenAt(
  context: Context,
  moment: Date | string,
  at: number,
): Promise<OpenHours> {
  const [texts, holidays] = await Promise.all([findHours(context.db), holidaysOf(context, at)])
  const said = Map.groupBy(texts, (openingHours) => {
    const station = { status: 'OPERATING', openingHours }
    return openState(station, new Date(moment), holidays).value
  })
  return { open: said.get('OPEN') ?? [], unknown: said.get('UNKNOWN') ?? [] }
}
