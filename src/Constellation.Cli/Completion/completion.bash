# Completion of 'constellation' for bash. The program itself lists what may follow; file names where it knows nothing.
_constellation_complete()
{
    local word=${COMP_WORDS[COMP_CWORD]} line=${COMP_LINE:0:COMP_POINT} IFS=$'\n'
    [[ $line == *[[:space:]]* ]] || return
    local arguments=${line#*[[:space:]]} options='^[^-/]'
    [[ $word == -* ]] && options='^-[^?]'
    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${#arguments}]" "$arguments" 2>/dev/null | grep -e "$options" | sort -u)" -- "$word"))
}
complete -o bashdefault -o default -F _constellation_complete constellation
