/** DESIGN §2 as the administrator walks it: each step by itself, in the order of *set up*. */
export * from './steps/portal';
export * from './steps/sign-in';
export * from './steps/vendor';
