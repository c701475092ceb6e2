import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { HubError } from '../errors.ts'

/** Every code that an error of the graph may carry. */
export const ERROR_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'INVALID_CURSOR',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'METHOD_NOT_ALLOWED',
  'PAYLOAD_TOO_LARGE',
  'NOT_FOUND',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const

const KNOWN = new Set<string>(ERROR_CODES)

/**
 * What the outside may read of an error: expected ones with their own sentence and code, all others
 * one plain sentence. `report` gets the unexpected ones, whole.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  const cause = causeOf(error)
  const { message, locations, path } = formatted
  if (cause instanceof HubError && KNOWN.has(cause.code)) {
    return { message: cause.message, locations, path, extensions: { code: cause.code } }
  }
  const code = codeOf(error) ?? String(formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR')
  if (KNOWN.has(code) && code !== 'INTERNAL_SERVER_ERROR') {
    return { message, locations, path, extensions: { code } }
  }
  report(cause)
  return {
    message:
      'Something went wrong inside the hub. The office has been told; please try again later.',
    locations,
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  }
}

function causeOf(error: unknown): unknown {
  let cause = error
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError
  return cause
}

/** The code that one of our validation rules gave; Apollo puts its own general one over it. */
function codeOf(error: unknown): string | undefined {
  let cause = error
  while (cause instanceof GraphQLError) {
    if (cause.extensions.code === 'QUERY_TOO_COMPLEX') return 'QUERY_TOO_COMPLEX'
    cause = cause.originalError
  }
  return undefined
}
