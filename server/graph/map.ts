import { Arg, Ctx, Int, Query, Resolver, Root } from 'type-graphql'
import { GeoBoxInput, StationMap } from '../../schema/types/near.ts'
import { StationFilter } from '../../schema/types/station.ts'
import { type Cell, readMap } from '../records/map.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { understood } from './station.ts'

@Resolver()
export class MapResolver {
  @Query(() => StationMap, {
    description:
      'What a map shows for a box at a zoom (地图): single stations where they fit, clusters where they do not; never more than `limit` of both (1 to 2000). Positions known to the county at best are on no map.',
  })
  async stationMap(
    @Arg('box', () => GeoBoxInput) { west, south, east, north }: GeoBoxInput,
    @Arg('zoom', () => Int, { description: 'As tiles of 256 pixels count it, 0 to 22.' })
    zoom: number,
    @Arg('filter', () => StationFilter, { nullable: true }) filter: StationFilter | null,
    @Arg('limit', () => Int, { nullable: true, defaultValue: 500 }) limit: number | null,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ) {
    const at = revisionAt(root, context)
    const cells = await readMap(context.db, at, {
      box: { west, south, east, north },
      zoom,
      filter: await understood(context, filter, at),
      limit: limit ?? 500,
    })
    const alone = cells.filter(({ count }) => count === 1)
    return {
      clusters: cells.filter(({ count }) => count > 1).map(clusterOf),
      stations: await Promise.all(
        alone.map(({ first }) => recordOf(context, 'station', first, at)),
      ),
      totalCount: cells.reduce((sum, { count }) => sum + count, 0),
    }
  }
}

function clusterOf({ count, middle, box }: Cell) {
  const point = { ...middle, datumGiven: null, precision: null }
  return { point, count, box: [box.west, box.south, box.east, box.north] }
}
