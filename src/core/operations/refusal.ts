/** How operations say no: always one sentence that a person can act on. */
import type { Refusal, RefusalCode } from './operation.ts';

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

export function refuse(code: RefusalCode, message: string): Refused {
  return { ok: false, refusal: { code, message } };
}
