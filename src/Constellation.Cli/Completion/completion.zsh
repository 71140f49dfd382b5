#compdef constellation
# Completion of 'constellation' for zsh. The program itself lists what may follow; file names where it knows nothing.
_constellation_complete()
{
    local arguments="${(j: :)words[2,CURRENT]}" options='^[^-/]'
    [[ $PREFIX == -* ]] && options='^-[^?]'
    local -a candidates
    candidates=(${(fu)"$("${words[1]}" "[suggest:${#arguments}]" "$arguments" 2>/dev/null | grep -e "$options")"})
    compadd -- $candidates || _files
}
compdef _constellation_complete constellation
