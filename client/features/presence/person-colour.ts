const colours = 6;

/** A number from 0 to 5 that stays the same for one person; the colours stand in base.css. */
export function personColour(key: string): number {
  let sum = 0;
  for (let index = 0; index < key.length; index += 1) sum = (sum * 31 + key.charCodeAt(index)) % 65_521;
  return sum % colours;
}
