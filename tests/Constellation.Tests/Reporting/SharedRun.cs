using System.Xml.Linq;
using Constellation.Reporting;
using Constellation.Simulation;

namespace Constellation.Tests.Reporting;

/// <summary>One run with its report, written once for all tests of the collection.</summary>
public sealed class SharedRun : IDisposable
{
    private readonly SampleFolder _folder = new();

    public SharedRun()
    {
        Run = new SampleRun();
        Folder = _folder.Write(Run);
        ReportPath = Path.Combine(Folder.Path, RunFolder.ReportFile);
        RunReport.Write(Folder, ReportPath);
        Page = Parse(File.ReadAllText(ReportPath));
    }

    public RunFolder Folder { get; }

    public string ReportPath { get; }

    public XElement Page { get; }

    internal SampleRun Run { get; }

    /// <summary>The page as XML, which it is as well: entities beyond XML's five or an open element fail here.</summary>
    internal static XElement Parse(string html)
    {
        const string doctype = "<!DOCTYPE html>\n";
        Assert.StartsWith(doctype, html);
        return XElement.Parse(html[doctype.Length..], LoadOptions.PreserveWhitespace);
    }

    internal static XElement? ById(XElement page, string id) => page.Descendants().SingleOrDefault(e => (string?)e.Attribute("id") == id);

    public void Dispose() => _folder.Dispose();
}
