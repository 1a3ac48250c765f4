/** What stands where a step is still to be filled in; `ac/placeholder` reminds of it. */
export const STATE = '<state>';
export const ACTION = '<action>';
export const OUTCOME = '<outcome>';
