import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { GeoPointInput, NavigationLinks, StationNearConnection } from '../../schema/types/near.ts'
import { Station, StationFilter } from '../../schema/types/station.ts'
import { toWgs84 } from '../records/datum.ts'
import { navigationTo } from '../records/navigation.ts'
import { checkPoint, type NearPage, readNear } from '../records/near.ts'
import type { StationRow } from '../records/station.ts'
import { ForwardPage } from './arguments.ts'
import { columnsAsked } from './asked.ts'
import { type Context, type Root as RootValue, revisionAt } from './context.ts'
import { KEYS, STATION_READS, understood } from './station.ts'

@Resolver()
export class NearResolver {
  @Query(() => StationNearConnection, {
    description:
      'Exactly the nearest stations (离我最近), nearest first, distances on the edges; after them those whose position is known to the township at best, by name. Without a filter every status is ranked.',
  })
  async stationsNear(
    @Arg('point', () => GeoPointInput) { lat, lon, datum }: GeoPointInput,
    @Arg('within', () => Int, {
      nullable: true,
      description: 'Only stations at most so many metres away.',
    })
    within: number | null,
    @Arg('filter', () => StationFilter, { nullable: true }) filter: StationFilter | null,
    @Args(() => ForwardPage) page: ForwardPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const given = { lat, lon }
    checkPoint(given) // a datum is no excuse for a place that is none
    const at = revisionAt(root, context)
    const columns = columnsAsked(info, STATION_READS)
    const found = await readNear(context.db, at, {
      point: toWgs84(given, datum ?? 'WGS84'),
      filter: await understood(context, filter, at),
      within,
      first: page.first ?? null,
      after: page.after ?? null,
      columns: columns && [...KEYS, ...columns],
    })
    return connectNear(found)
  }
}

function connectNear({ found, hasNextPage, hasPreviousPage }: NearPage) {
  return {
    edges: found.map(({ station: node, metres: distanceMetres, cursor }) => ({
      cursor,
      node,
      distanceMetres,
    })),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: found[0]?.cursor ?? null,
      endCursor: found.at(-1)?.cursor ?? null,
    },
  }
}

@Resolver(() => Station)
export class StationNavigation {
  @FieldResolver(() => NavigationLinks, {
    nullable: true,
    description:
      'The way there in five maps (导航), each in its own datum; null where the position is known to the township at best.',
  })
  navigation(@Root() station: StationRow) {
    return navigationTo(station)
  }
}
