namespace Constellation.Core;

/// <summary>A place in an input: file (or option) name, line and column, both counted from 1; 0 where there is none.</summary>
public readonly record struct SourceSpan(string File, int Line = 0, int Column = 0)
{
    public override string ToString() => Line == 0 ? File : Column == 0 ? $"{File}({Line})" : $"{File}({Line},{Column})";
}
