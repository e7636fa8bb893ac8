const MAX_ID_CHARACTERS = 200;

/** True for ids that stay one segment of a path whatever is in them; URLs would take `.` and `..` for directions. */
export function isUsableId(id: string): boolean {
  return (
    id !== '' && id !== '.' && id !== '..' && id.length <= MAX_ID_CHARACTERS && id.isWellFormed() && !id.includes('/')
  );
}
