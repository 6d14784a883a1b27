/** One thing an input failed at, as Ajv reports it. */
export interface ValidationFault {
  /** A JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validator that was compiled at build time. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly ValidationFault[] | null;
}
