using Constellation.Formats;

namespace Constellation.Cli;

/// <summary>One table of the verb <c>links</c>, opened on a scenario.</summary>
internal interface ILinkTable
{
    /// <summary>Writes every row.</summary>
    void Write(TableWriter writer, CancellationToken cancel);

    /// <summary>Says what a reader of the table should know.</summary>
    void Report(TextWriter people);
}
