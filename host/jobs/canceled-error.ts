/** The reason of an aborted signal when the user stopped the work: nothing is wrong, and nothing was left behind. */
export class CanceledError extends Error {
  constructor() {
    super("canceled");
    this.name = "CanceledError";
  }
}
