import type { ButtonHTMLAttributes } from 'react';

type ButtonAttributes = ButtonHTMLAttributes<HTMLButtonElement>;

/**
 * The attributes of a button, `disabled` said in a way that leaves it the focus: it tells that it is of no use now, and
 * does nothing. What the browser disables loses the focus to nobody, just when pressing it came to the end of something.
 */
export function pressable<Attributes extends ButtonAttributes>({ disabled, ...rest }: Attributes) {
  return disabled ? { ...rest, 'aria-disabled': true, onClick: undefined } : rest;
}
