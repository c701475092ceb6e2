import { Field, ID, InterfaceType } from 'type-graphql'
import { commonFields } from '../terms/fields.ts'
import { Say } from './say.ts'

/** The GraphQL type of a global id, by the word before its colon. */
export const TYPE_OF_ID: Readonly<Record<string, string>> = {
  region: 'Region',
  place: 'Place',
  organization: 'Organization',
  station: 'Station',
  project: 'Project',
  activity: 'Activity',
  media: 'MediaReport',
  inspection: 'Inspection',
  demand: 'Demand',
  campaign: 'Campaign',
  figure: 'Figure',
  obligation: 'ReportingObligation',
  submission: 'Submission',
  document: 'PolicyDocument',
  standard: 'Standard',
  indicator: 'Indicator',
  form: 'FormTemplate',
  dataset: 'Dataset',
}

export const typeOf = (value: { readonly id: string }) =>
  TYPE_OF_ID[value.id.split(':', 1)[0] as string]

@InterfaceType('Node', {
  description: 'Anything with a global identifier (Relay).',
  resolveType: typeOf,
})
export abstract class Node {
  @Say(commonFields.id, () => ID)
  id!: string
}

@InterfaceType('Recorded', {
  description:
    'A record that comes from a filed form or register; its life is public (有来源的记录).',
  resolveType: typeOf,
})
export abstract class Recorded {
  @Field(() => Boolean, {
    description: 'True where the record is demonstration data (演示数据), not a real report.',
  })
  sample!: boolean
}
