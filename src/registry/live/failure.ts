/** A registry could not be asked, or said no. `message` holds no secret; `cure` is what to do. */
export class RegistryFailure extends Error {
  constructor(
    message: string,
    readonly cure: string,
    /** Whether asking again can help. */
    readonly transient = true,
  ) {
    super(message);
    this.name = 'RegistryFailure';
  }
}

/** Words of the operating system in words of a person. */
export function reasonOf(error: unknown): string {
  if (error instanceof RegistryFailure) return error.message;
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ECONNREFUSED':
      return 'nobody listens there (connection refused)';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name is not known';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'the connection was cut';
    case 'ETIMEDOUT':
      return 'no answer in time';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
