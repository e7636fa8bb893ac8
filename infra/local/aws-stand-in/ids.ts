/** Ids in the form of UUIDs that count up, so that the same calls bring the same answers. */
export type NewId = () => string;

export function createIds(): NewId {
  let count = 0;
  return () => {
    count += 1;
    const hex = count.toString(16).padStart(12, '0');
    return `00000000-0000-4000-8000-${hex}`;
  };
}
