using System.Text;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary>A validation page of sections with a table of requirements each, as it grows.</summary>
internal sealed class RequirementSections(ReproduceRequest request)
{
    private readonly StringBuilder _page = new();
    private bool _met = true;

    /// <param name="files">What should lie in the data folder, for the message.</param>
    /// <exception cref="InputException">CN3000: there is no such folder.</exception>
    public RequirementSections RequireData(string files) => Directory.Exists(request.Data) ? this : throw new InputException(
        Diagnostic.Error("CN3000", new SourceSpan(request.Data), "is no folder", $"give the folder with {files}: --data DIR"));

    public RequirementSections Append(string text)
    {
        _page.Append(text);
        return this;
    }

    public void Section(string title, string text, IEnumerable<Requirement> requirements)
    {
        _page.Append($"\n## {title}\n\n{text}\n\n{Requirement.Head}");
        foreach (Requirement requirement in requirements)
        {
            request.Cancel.ThrowIfCancellationRequested();
            _page.Append(requirement);
            _met &= requirement.Met != false;
        }
    }

    public ReproducedPage ToPage() => new(_page.ToString(), _met);
}
