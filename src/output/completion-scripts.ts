/**
 * Scripts that make a shell ask the program itself (`aeraki __complete WORDS…`), so that what is completed is always
 * that of the installed version. The answer: `value<TAB>description` lines, then `:N`; bit 4 of N means "no files",
 * bit 16 "folders only".
 */
export const completionScripts = {
  bash: `# bash completion for aeraki. Now:       source <(aeraki completion bash)
# For good: aeraki completion bash > ~/.local/share/bash-completion/completions/aeraki
_aeraki() {
  local line="\${COMP_LINE:0:COMP_POINT}" answer directive current value about
  local -a words
  read -ra words <<<"$line"
  [[ "$line" == *[[:space:]] ]] && words+=("")
  current="\${words[\${#words[@]}-1]}"
  answer="$("$1" __complete "\${words[@]:1}" 2>/dev/null)" || return
  directive="\${answer##*:}"
  answer="\${answer%:*}"
  COMPREPLY=()
  while IFS=$'\\t' read -r value about; do
    [[ -n "$value" && "$value" == "$current"* ]] && COMPREPLY+=("$value")
  done <<<"$answer"
  local prefix=""
  if [[ "$current" == *=* ]]; then prefix="\${current%%=*}="; fi
  if ((\${#COMPREPLY[@]} == 0)) && ! ((directive & 4)); then
    local what=-f
    ((directive & 16)) && what=-d
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen $what -- "\${current#"$prefix"}")
  elif [[ -n "$prefix" && "$COMP_WORDBREAKS" == *=* ]]; then
    # bash takes what follows the = for the word.
    COMPREPLY=("\${COMPREPLY[@]#"$prefix"}")
  fi
}
complete -F _aeraki aeraki
`,
  zsh: `#compdef aeraki
# zsh completion for aeraki. Now:       source <(aeraki completion zsh)
# For good: aeraki completion zsh > "\${fpath[1]}/_aeraki"
_aeraki() {
  local -a lines described
  local line directive value
  lines=("\${(@f)$(\${words[1]} __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  directive="\${lines[-1]#:}"
  lines=("\${(@)lines[1,-2]}")
  for line in "\${lines[@]}"; do
    value="\${line%%$'\\t'*}"
    [[ -z "$value" ]] && continue
    if [[ "$line" == *$'\\t'* ]]; then
      described+=("\${value//:/\\\\:}:\${line#*$'\\t'}")
    else
      described+=("\${value//:/\\\\:}")
    fi
  done
  if ((\${#described})); then
    _describe -V aeraki described
  elif ! ((directive & 4)); then
    [[ "\${words[CURRENT]}" == -*=* ]] && compset -P '*='
    if ((directive & 16)); then _files -/; else _files; fi
  fi
}
if [ "\${funcstack[1]}" = "_aeraki" ]; then _aeraki "$@"; else compdef _aeraki aeraki; fi
`,
  fish: `# fish completion for aeraki. Now:       aeraki completion fish | source
# For good: aeraki completion fish > ~/.config/fish/completions/aeraki.fish
function __aeraki_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l answer ($words[1] __complete $words[2..-1] 2>/dev/null)
  or return
  set -l directive (string replace -r '^:' '' -- $answer[-1])
  set -l found (string match -rv '^$' -- $answer[1..-2])
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else if test (math "bitand($directive, 4)") -eq 0
    set -l word (commandline -ct)
    # Behind --flag= the file is what follows the equals sign.
    set -l flag (string match -r '^-[^=]*=' -- $word)
    set -l rest (string replace -r '^-[^=]*=' '' -- $word)
    if test (math "bitand($directive, 16)") -ne 0
      for path in (__fish_complete_directories $rest '')
        echo "$flag$path"
      end
    else
      for path in (__fish_complete_path $rest '')
        echo "$flag$path"
      end
    end
  end
end
complete -c aeraki -f -a '(__aeraki_complete)'
`,
  powershell: `# PowerShell completion for aeraki. Now: aeraki completion powershell | Out-String | Invoke-Expression
# For good: add that line to your profile ($PROFILE).
Register-ArgumentCompleter -Native -CommandName aeraki -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -le $cursorPosition } | ForEach-Object { $_.ToString() } | Select-Object -Skip 1)
  if ($wordToComplete -eq '') { $words += '' }
  $lines = @(& aeraki __complete @words 2>$null)
  if ($lines.Count -eq 0) { return }
  $directive = [int]($lines[-1].TrimStart(':'))
  $found = @($lines | Select-Object -SkipLast 1 | Where-Object { $_ -ne '' })
  if ($found.Count -eq 0 -and -not ($directive -band 4)) { return }
  $found | ForEach-Object {
    $value, $about = $_ -split "\`t", 2
    if (-not $about) { $about = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
  }
}
`,
} as const;

export type Shell = keyof typeof completionScripts;
export const shells = Object.keys(completionScripts) as readonly Shell[];
