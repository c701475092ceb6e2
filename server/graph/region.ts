import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import { RegionLevel } from '../../schema/types/enums.ts'
import { GeoPoint, Region, RegionConnection } from '../../schema/types/region.ts'
import {
  findBoundaries,
  findChildren,
  type RegionRow,
  regionId,
  regionsQuery,
} from '../records/region.ts'
import { ForwardPage } from './arguments.ts'
import { BY_ID, listOf } from './connection.ts'
import { batch, type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg, nameOf } from './recorded.ts'

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, {
    nullable: true,
    description: 'A region by its division code (GB/T 2260) or functional-zone code (区划代码).',
  })
  region(
    @Arg('code', () => String) code: string,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    return recordOf(context, 'region', regionId(code), revisionAt(root, context))
  }

  @Query(() => RegionConnection, { description: 'Regions (区域), in the order of their codes.' })
  regions(
    @Arg('level', () => RegionLevel as never, { nullable: true }) level: string | null,
    @Arg('parent', () => String, { nullable: true }) parent: string | null,
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    const query = regionsQuery(context.db, revisionAt(root, context), { level, parent })
    return listOf(query, BY_ID, page)
  }

  @FieldResolver(() => String, { description: 'Its name (名称).' })
  name(@Root() region: RegionRow, @LangArg() lang: string): string {
    return nameOf(region, lang)
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region above it (上级).' })
  parent(@Root() region: RegionRow, @Ctx() context: Context) {
    return recordOf(context, 'region', region.parent, region.at)
  }

  @FieldResolver(() => [Region], { description: 'The regions straight below it (下级).' })
  async children(@Root() region: RegionRow, @Ctx() context: Context) {
    const children = batch(context, `region children ${region.at}`, async (parents) =>
      Map.groupBy(await findChildren(context.db, parents, region.at), (one) => one.parent ?? ''),
    )
    return (await children.load(region.id)) ?? []
  }

  @FieldResolver(() => [Region], {
    description: 'From the province down to the region itself (层级).',
  })
  async path(@Root() region: RegionRow, @Ctx() context: Context): Promise<RegionRow[]> {
    const above = await recordOf(context, 'region', region.parent, region.at)
    return above === null ? [region] : [...(await this.path(above, context)), region]
  }

  @FieldResolver(() => [Region], { description: 'What it became when it ended (后继区划).' })
  async successors(@Root() region: RegionRow, @Ctx() context: Context) {
    const ids = parse(region.successors)
    const found = await Promise.all(ids.map((id) => recordOf(context, 'region', id, region.at)))
    return found.filter((one) => one !== null)
  }

  @FieldResolver(() => GeoPoint, {
    nullable: true,
    description: 'A point inside its outline, WGS 84 (中心).',
  })
  async centre(@Root() region: RegionRow, @Ctx() context: Context) {
    const found = await boundaryOf(context, region)
    return found && { lat: found.lat, lon: found.lon, datumGiven: 'WGS84', precision: 'COUNTY' }
  }

  @FieldResolver()
  async boundary(@Root() region: RegionRow, @Ctx() context: Context) {
    const found = await boundaryOf(context, region)
    return found ? parse(found.geometry) : null
  }
}

async function boundaryOf(context: Context, region: RegionRow) {
  const boundaries = batch(context, `boundary ${region.at}`, async (regions) => {
    const rows = await findBoundaries(context.db, regions, region.at)
    return new Map(rows.map((row) => [row.region, row]))
  })
  return boundaries.load(region.id)
}
