/** An invalid flag, environment variable or header. The message is one line, names the setting and never quotes a secret. */
export class SettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "SettingsError";
  }
}
