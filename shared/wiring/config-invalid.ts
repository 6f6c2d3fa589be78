/** Something in the environment is wrong. The message names the variable and what it takes, never its value: some are secrets. */
export class ConfigInvalid extends Error {
  constructor(detail: string) {
    super(`the environment is not right: ${detail}`);
    this.name = 'ConfigInvalid';
  }
}
