/** A message for the operator: why the store can't be used, and what to do. It contains no secret. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
}
