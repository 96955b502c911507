/** Same JSON value, whatever the order of an object's keys. */
export function isDeepEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  const leftKeys = Object.keys(left)
  if (Array.isArray(left) !== Array.isArray(right) || leftKeys.length !== Object.keys(right).length)
    return false
  return leftKeys.every(
    (key) =>
      Object.hasOwn(right, key) &&
      isDeepEqual(Reflect.get(left, key) as unknown, Reflect.get(right, key) as unknown),
  )
}
