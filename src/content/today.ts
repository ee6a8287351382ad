/** The reader's own calendar day as YYYY-MM-DD: the day that they would write. */
export function today(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Today, or the day on which the facts were checked (YYYY-MM-DD) where the computer's clock is behind even that. */
export function todayAfter(checkedBy: string | undefined, now = new Date()): string {
  const day = today(now);
  return checkedBy !== undefined && checkedBy > day ? checkedBy : day;
}
