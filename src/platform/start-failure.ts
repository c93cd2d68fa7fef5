/** Why the program cannot start, told to whoever starts it: what is in the way and what to do. */
export class StartFailure extends Error {}
