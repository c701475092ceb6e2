export {
  GraphQLDate as DateScalar,
  GraphQLDateTime as DateTimeScalar,
  GraphQLJSONObject as JSONObjectScalar,
  GraphQLURL as URLScalar,
} from 'graphql-scalars'
