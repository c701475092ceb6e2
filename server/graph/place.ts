import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { Datum } from '../../schema/types/enums.ts'
import { Place } from '../../schema/types/place.ts'
import { GeoPoint, Region } from '../../schema/types/region.ts'
import { BadInputError } from '../errors.ts'
import { fromWgs84 } from '../records/datum.ts'
import { findPlaces, getPlace, type PlaceRow } from '../records/place.ts'
import { type Context, type Root as RootValue, recordOf, revisionAt } from './context.ts'
import { LangArg, nameOf } from './recorded.ts'

const LONGEST = 200 // characters
const MOST = 50

@Resolver(() => Place)
export class PlaceResolver {
  @Query(() => Place, {
    nullable: true,
    description: 'A place by its id, or a station with an exact position by its own (地点).',
  })
  place(@Arg('id', () => ID) id: string, @Root() root: RootValue, @Ctx() context: Context) {
    return getPlace(context.db, id, revisionAt(root, context))
  }

  @Query(() => [Place], {
    description:
      'The places that a text names (地点), best first: districts, towns, landmarks, stations; in Chinese, English, pinyin or initials, with one mistake where nothing fits. Where some are called just so, only these.',
  })
  places(
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
    @Root() root: RootValue,
    @Ctx() context: Context,
  ): Promise<PlaceRow[]> {
    if (text.length > LONGEST) {
      throw new BadInputError(`'text' may have ${LONGEST} characters, got ${text.length}.`)
    }
    const size = first ?? 10
    if (size < 1 || size > MOST) {
      throw new BadInputError(`'first' must be from 1 to ${MOST}, got ${size}.`)
    }
    return findPlaces(context.db, revisionAt(root, context), text, size)
  }

  @FieldResolver(() => String, { description: 'Its name (地点名称).' })
  name(@Root() place: PlaceRow, @LangArg() lang: string): string {
    return nameOf(place, lang)
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Where it lies (所在区划).' })
  region(@Root() place: PlaceRow, @Ctx() context: Context) {
    return recordOf(context, 'region', place.region, place.at)
  }

  @FieldResolver(() => GeoPoint, {
    description:
      'Its position (位置) in the datum asked for, WGS 84 unless said: of a district or town one point for all of it.',
  })
  location(
    @Root() { lat, lon, datumGiven, locationPrecision: precision }: PlaceRow,
    @Arg('datum', () => Datum as never, { defaultValue: 'WGS84', nullable: true })
    datum: string | null,
  ) {
    return { ...fromWgs84({ lat, lon }, datum ?? 'WGS84'), datumGiven, precision }
  }
}
