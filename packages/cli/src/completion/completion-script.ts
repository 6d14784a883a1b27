import { PROGRAM } from "../catalog/command-words.ts";

/** The shells that completion supports. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** The hidden word with which a completion script asks for proposals. */
export const COMPLETE = "__complete";

/** The scripts for shells. Each asks the command itself, so that it never has to be renewed. */
export const completionScripts: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `_modulex_instantly() {
  local line
  COMPREPLY=()
  while IFS=$'\\t' read -r line _; do COMPREPLY+=("$line"); done < <(${PROGRAM} ${COMPLETE} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _modulex_instantly ${PROGRAM}
`,
  zsh: `#compdef ${PROGRAM}
_modulex_instantly() {
  local -a found
  local name brief
  while IFS=$'\\t' read -r name brief; do found+=("\${name//:/\\\\:}:\${brief}"); done < <(${PROGRAM} ${COMPLETE} "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe 'command' found; else _files; fi
}
compdef _modulex_instantly ${PROGRAM}
`,
  fish: `complete -c ${PROGRAM} -f -a '(${PROGRAM} ${COMPLETE} (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
};
