namespace Constellation.Core;

/// <summary>What a reader returns: the value, where no error was found, and every diagnostic of the file.</summary>
public sealed record ReadResult<T>(T? Value, IReadOnlyList<Diagnostic> Diagnostics)
    where T : class
{
    public bool Succeeded => Value is not null && !Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>The value, or an <see cref="InputException"/> with the diagnostics.</summary>
    public T ValueOrThrow() => Succeeded ? Value! : throw new InputException(Diagnostics);
}
