# Completion of 'constellation' for fish. The program itself lists what may follow; file names where it knows nothing.
function __constellation_complete
    set -l line (commandline --current-process --cut-at-cursor)
    set -l arguments (string replace --regex '^\s*\S+\s?' '' -- "$line")
    set -l word (commandline --current-token --cut-at-cursor)
    set -l options '^[^-/]'
    string match --quiet -- '-*' "$word"; and set options '^-[^?]'
    set -l program (commandline --current-process --tokenize)[1]
    set -l candidates (eval $program "'[suggest:"(string length -- "$arguments")"]'" (string escape -- "$arguments") 2>/dev/null | string match --regex -- "$options.*" | string match -- "$word*")
    if set --query candidates[1]
        printf '%s\n' $candidates
    else
        __fish_complete_path "$word"
    end
end
complete --command constellation --no-files --arguments '(__constellation_complete)'
