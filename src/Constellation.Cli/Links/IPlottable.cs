using Constellation.Reporting;

namespace Constellation.Cli;

/// <summary>A table of <c>links</c> that can be drawn once it is written.</summary>
internal interface IPlottable
{
    RunPlot Plot();
}
