// Commands for a terminal of the machine, as they can be pasted there. Pure.
const COMMAND = /(?<![\w/.-])miner-ctrl (?=[a-z])/g;

/** A text whose commands begin as the daemon says that they must: with the path of the program and the data folder. */
export function pasteable(text: string, commandLine: string | null | undefined): string {
  return commandLine && commandLine !== 'miner-ctrl' ? text.replaceAll(COMMAND, () => `${commandLine} `) : text;
}
