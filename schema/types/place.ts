import { ObjectType } from 'type-graphql'
import { placeFields } from '../terms/place.ts'
import { LocationPrecision, PlaceKind } from './enums.ts'
import { Node, Recorded } from './node.ts'
import { Say } from './say.ts'

@ObjectType('Place', {
  implements: [Node, Recorded],
  simpleResolvers: true,
  description:
    'A place that people know and name (地点): a list by distance can begin at it. A station with an exact position is one too, under its own id.',
})
export class Place extends Node {
  sample!: boolean

  @Say(placeFields.kind, () => PlaceKind)
  kind!: string

  @Say(placeFields.locationPrecision, () => LocationPrecision)
  locationPrecision!: string

  @Say(placeFields.source, () => String, { nullable: true })
  source!: string | null

  @Say(placeFields.licence, () => String, { nullable: true })
  licence!: string | null

  @Say(placeFields.note, () => String, { nullable: true })
  note!: string | null
}
