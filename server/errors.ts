/** The exit codes of the command line (sysexits where one fits). */
export const EXIT = {
  OK: 0,
  FAILURE: 1,
  USAGE: 2,
  DATA: 3,
  CONFLICT: 4,
  UNAVAILABLE: 69,
  IO: 74,
  LOCKED: 75,
  CONFIGURATION: 78,
} as const

/** An expected failure: its code and message may be shown to anyone. */
export class HubError extends Error {
  override name = 'HubError'
  constructor(
    readonly code: string,
    message: string,
    readonly exit: number = EXIT.FAILURE,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export class ConfigurationError extends HubError {
  override name = 'ConfigurationError'
  constructor(message: string) {
    super('CONFIGURATION', message, EXIT.CONFIGURATION)
  }
}

export class ConflictError extends HubError {
  override name = 'ConflictError'
  constructor(message: string) {
    super('CONFLICT', message, EXIT.CONFLICT)
  }
}

export class BadInputError extends HubError {
  override name = 'BadInputError'
  constructor(message: string) {
    super('BAD_USER_INPUT', message, EXIT.USAGE)
  }
}
