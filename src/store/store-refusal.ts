/** A sentence for whoever runs the program: why the store can't be used, and what to do. It names no secret. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
}
