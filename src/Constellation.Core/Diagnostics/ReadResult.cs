namespace Constellation.Core;

/// <summary>What a reader returns: the value, and every diagnostic of the file.</summary>
/// <remarks>Readers of GNSS files give what could be read beside the errors of what could not; the value is null where nothing is left.</remarks>
public sealed record ReadResult<T>(T? Value, IReadOnlyList<Diagnostic> Diagnostics)
    where T : class
{
    public bool Succeeded => Value is not null && !Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>Whether there is something to go on with, be it only a part.</summary>
    public bool Usable => Value is not null;

    /// <summary>The value, or an <see cref="InputException"/> with the diagnostics.</summary>
    public T ValueOrThrow() => Succeeded ? Value! : throw new InputException(Diagnostics);
}
