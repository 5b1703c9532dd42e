// The version of this dashboard; the build sets it to that of the project, so that an old tab is noticed.
declare const __VERSION__: string;
export const VERSION = __VERSION__;
