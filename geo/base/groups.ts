/**
 * Adds a member to the group of a key, which it begins if need be. In place: a list copied for each member would take the
 * square of their number.
 */
export function addToGroup<Key, Member>(groups: Map<Key, Member[]>, key: Key, member: Member): void {
  const group = groups.get(key)
  if (group) group.push(member)
  else groups.set(key, [member])
}
