import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { Inspection } from '../../schema/types/assessment.ts'
import { Criterion, Standard } from '../../schema/types/document.ts'
import { Region } from '../../schema/types/region.ts'
import { CriterionCount, RegionStanding } from '../../schema/types/standing.ts'
import { shanghaiDate } from '../clock.ts'
import { BadInputError } from '../errors.ts'
import type { RegionRow } from '../records/region.ts'
import {
  type Counted,
  readRegionStandings,
  type RegionStanding as Standing,
} from '../records/standingcount.ts'
import { batch, type Context } from './context.ts'
import { presentOf } from './opening.ts'

type CriterionRow = Standing['criteria'][number] & { readonly standing: Standing }

@Resolver(() => Region)
export class RegionStandard {
  @FieldResolver(() => RegionStanding, {
    nullable: true,
    description:
      'How its stations stand against the standard in force there (九有一坚持一完善); null where none holds.',
  })
  async standing(@Root() { id, at }: RegionRow, @Ctx() context: Context) {
    const today = shanghaiDate(await presentOf(context, at))
    const standings = batch(context, `region standings ${at} ${today}`, (regions) =>
      readRegionStandings(context.db, regions, today, at),
    )
    return standings.load(id)
  }
}

@Resolver(() => RegionStanding)
export class RegionStandingResolver {
  @FieldResolver(() => Standard, { description: 'The standard (标准).' })
  standard(@Root() { standard }: Standing) {
    return standard
  }

  @FieldResolver()
  selfAssessed(@Root() { filed }: Standing): number {
    return filed
  }

  @FieldResolver()
  rate(@Root() { filed, stations }: Standing): number | null {
    return stations === 0 ? null : filed / stations
  }

  @FieldResolver(() => [CriterionCount], { description: 'Every criterion, in order (逐条统计).' })
  criteria(@Root() standing: Standing): CriterionRow[] {
    return standing.criteria.map((one) => ({ ...one, standing }))
  }

  @FieldResolver()
  threeHaves(@Root() { haves: { people, projects, management }, allThree: all }: Standing) {
    return {
      people: countOf(people),
      projects: countOf(projects),
      management: countOf(management),
      all,
    }
  }

  @FieldResolver()
  inspectionCount(@Root() { inspections }: Standing) {
    const count = (status: string) =>
      inspections.filter(({ rectification }) => rectification === status).length
    return {
      total: inspections.length,
      open: count('OPEN'),
      closed: count('CLOSED'),
      noneNeeded: count('NONE_NEEDED'),
    }
  }

  @FieldResolver(() => [Inspection], { description: 'The visits, the newest first (检查).' })
  inspections(
    @Root() { inspections }: Standing,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
  ) {
    const size = first ?? 20
    if (size < 1 || size > 100) {
      throw new BadInputError(`'first' must be from 1 to 100, got ${size}.`)
    }
    return inspections.slice(0, size)
  }
}

@Resolver(() => CriterionCount)
export class CriterionCountResolver {
  @FieldResolver(() => Criterion, { description: 'The criterion (标准条目).' })
  criterion(@Root() { criterion, standing }: CriterionRow) {
    const { document, at } = standing.standard
    return { ...criterion, document, at }
  }

  @FieldResolver()
  count(@Root() { counted }: CriterionRow) {
    return countOf(counted)
  }
}

function countOf(counted: Counted) {
  const of = (result: string) => counted.get(result) ?? 0
  return {
    met: of('MET'),
    partial: of('PARTIAL'),
    notMet: of('NOT_MET'),
    notAssessed: of('NOT_ASSESSED'),
    notApplicable: of('NOT_APPLICABLE'),
  }
}
