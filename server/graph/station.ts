import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { parse } from '../../schema/tables/row.ts'
import { Datum, StationOrder } from '../../schema/types/enums.ts'
import { Organization } from '../../schema/types/organization.ts'
import { GeoPoint, Region } from '../../schema/types/region.ts'
import { Station, StationConnection, StationFilter } from '../../schema/types/station.ts'
import { fromWgs84 } from '../records/datum.ts'
import type { OrganizationRow } from '../records/organization.ts'
import type { RegionRow } from '../records/region.ts'
import { understandText } from '../records/search.ts'
import {
  BEST_FIRST,
  STATION_ORDERS,
  type StationQuery,
  type StationRow,
  stationsQuery,
  withFit,
} from '../records/station.ts'
import { BothWaysPage, ForwardPage } from './arguments.ts'
import { columnsAsked, type Reads } from './asked.ts'
import { childrenOf, listOf } from './connection.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { hoursOpenAt } from './opening.ts'
import { LangArg, nameOf } from './recorded.ts'

/** What a list of stations must read for its fields; whatever is not named here is read whole. */
export const STATION_READS: Reads = {
  __typename: [],
  id: [],
  name: ['nameZh', 'nameEn'],
  address: ['addressZh', 'addressEn'],
  kind: ['kind'],
  setting: ['setting'],
  venueType: ['venueType'],
  status: ['status'],
  region: ['region'],
  location: ['lat', 'lon', 'datumGiven', 'locationPrecision'],
  locationPrecision: ['locationPrecision'],
  navigation: ['nameZh', 'lat', 'lon', 'locationPrecision'],
  operator: ['operator'],
  competentBody: ['competentBody'],
  publicPhone: ['publicPhone'],
  openingHours: ['openingHours'],
  openState: ['openingHours', 'status'],
  amenities: ['amenities'],
  accessible: ['accessible'],
  services: ['services'],
  functions: ['functions'],
  lastVerifiedOn: ['lastVerifiedOn'],
  sample: ['sample'],
}

/** What paging and the children of a station need. */
export const KEYS = ['id', 'since', 'region', 'nameZh', 'lastVerifiedOn']

@Resolver(() => Station)
export class StationResolver {
  @Query(() => Station, { nullable: true, description: 'A station by its id (站点).' })
  station(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return recordOf(context, 'station', id, revisionAt(root, context))
  }

  @Query(() => StationConnection, {
    description:
      'Stations (站点), by region and name unless asked otherwise; where a text is given, those that it names first.',
  })
  async stations(
    @Arg('filter', () => StationFilter, { nullable: true }) filter: StationFilter | null,
    @Arg('orderBy', () => StationOrder as never, { nullable: true })
    orderBy: keyof typeof STATION_ORDERS | null,
    @Args(() => BothWaysPage) page: BothWaysPage,
    @Root() root: RootValue,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const columns = columnsAsked(info, STATION_READS)
    const at = revisionAt(root, context)
    const query = stationsQuery(
      context.db,
      at,
      await understood(context, filter, at),
      columns && [...new Set([...KEYS, ...columns])],
    )
    if (orderBy === null && filter?.text) {
      return listOf(withFit(context.db, query, filter.text), BEST_FIRST, page)
    }
    return listOf(query, STATION_ORDERS[orderBy ?? 'REGION'], page)
  }

  @FieldResolver(() => String, { description: 'Its name (站点名称).' })
  name(@Root() station: StationRow, @LangArg() lang: string): string {
    return nameOf(station, lang)
  }

  @FieldResolver(() => String, { nullable: true, description: 'Its address (地址).' })
  address(@Root() station: StationRow, @LangArg() lang: string): string | null {
    return lang === 'en' ? (station.addressEn ?? station.addressZh) : station.addressZh
  }

  @FieldResolver(() => Region, { description: 'The division or zone it lies in (所在区划).' })
  region(@Root() station: StationRow, @Ctx() context: Context) {
    return recordOf(context, 'region', station.region, station.at)
  }

  @FieldResolver(() => GeoPoint, {
    nullable: true,
    description:
      'Its position (位置) in the datum asked for, WGS 84 unless said. Null where the precision is COUNTY or NONE.',
  })
  location(
    @Root() station: StationRow,
    @Arg('datum', () => Datum as never, { defaultValue: 'WGS84', nullable: true })
    datum: string | null,
  ) {
    const { lat, lon, datumGiven, locationPrecision: precision } = station
    if (lat === null || lon === null || precision === 'COUNTY' || precision === 'NONE') return null
    return { ...fromWgs84({ lat, lon }, datum ?? 'WGS84'), datumGiven, precision }
  }

  @FieldResolver(() => Organization, { nullable: true, description: 'Who runs it (运营单位).' })
  operator(@Root() station: StationRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', station.operator, station.at)
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'Its competent body (主管单位).',
  })
  competentBody(@Root() station: StationRow, @Ctx() context: Context) {
    return recordOf(context, 'organization', station.competentBody, station.at)
  }

  @FieldResolver(() => Station, {
    nullable: true,
    description: 'Where this record was merged into another; its id and page stay (并入).',
  })
  replacedBy(@Root() station: StationRow, @Ctx() context: Context) {
    return recordOf(context, 'station', station.replacedBy, station.at)
  }

  @FieldResolver()
  amenities(@Root() station: StationRow) {
    return parse(station.amenities)
  }

  @FieldResolver()
  services(@Root() station: StationRow) {
    return parse(station.services)
  }

  @FieldResolver()
  functions(@Root() station: StationRow) {
    return parse(station.functions)
  }
}

/** Which stations are open is computed from their hours, and which fit a text from what it means. */
export async function understood(
  context: Context,
  filter: StationFilter | null,
  at: number,
): Promise<StationQuery> {
  const { openAt, text, ...rest } = filter ?? {}
  return {
    ...rest,
    hours: openAt == null ? null : await hoursOpenAt(context, openAt, at),
    meanings: text ? await understandText(context.db, at, ['station'], text) : null,
  }
}

@Resolver(() => Region)
export class RegionStations {
  @FieldResolver(() => StationConnection, { description: 'Stations there and below (站点).' })
  async stations(
    @Root() { id, at }: RegionRow,
    @Arg('filter', () => StationFilter, { nullable: true }) filter: StationFilter | null,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    const narrowed = await understood(context, filter, at)
    return childrenOf(context, id, {
      name: `region stations ${JSON.stringify(filter)}`,
      query: () => stationsQuery(context.db, at, narrowed),
      kinship: { within: 'region' },
      order: STATION_ORDERS.NAME,
      request,
      at,
    })
  }
}

@Resolver(() => Organization)
export class OrganizationStations {
  @FieldResolver(() => StationConnection, { description: 'The stations that it runs (运营站点).' })
  stations(
    @Root() { id, at }: OrganizationRow,
    @Args(() => ForwardPage) request: ForwardPage,
    @Ctx() context: Context,
  ) {
    return childrenOf(context, id, {
      name: 'organization stations',
      query: () => stationsQuery(context.db, at),
      kinship: { column: 'operator' },
      order: STATION_ORDERS.NAME,
      request,
      at,
    })
  }
}
