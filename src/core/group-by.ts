/** Groups members that may have several keys, each once, under all of them: keys and members in their order. */
export function groupByEach<Member, Key>(
  members: Iterable<Member>,
  keysOf: (member: Member) => Iterable<Key>,
): Map<Key, Member[]> {
  const groups = new Map<Key, Member[]>();
  for (const member of members) {
    for (const key of keysOf(member)) {
      const group = groups.get(key);
      if (group) group.push(member);
      else groups.set(key, [member]);
    }
  }
  return groups;
}

/** Groups the members that have the same key, in order. `Map.groupBy` does so, but neither in Node 20 nor in the browsers of its time. */
export const groupBy = <Member, Key>(members: Iterable<Member>, keyOf: (member: Member) => Key): Map<Key, Member[]> =>
  groupByEach(members, (member) => [keyOf(member)]);
