namespace Constellation.Cli;

/// <summary><c>reproduce clocks</c>: statistics against printed numbers, drawn clocks against their theory, recorded clocks and their predictions against what is published, ensembles.</summary>
internal sealed class ClockPage : ReproduciblePage
{
    public override string Name => "clocks";

    public override string Description => "statistics, drawn clocks, recorded clocks and ensembles against printed and published numbers";

    public override ReproducedPage Make(ReproduceRequest request)
    {
        RequirementSections page = new RequirementSections(request).RequireData("the clock and orbit files")
            .Append("# Clocks against printed and published numbers\n\n")
            .Append("Written by `constellation reproduce clocks`; nothing here is typed in but the targets, whose sources stand beside them. Models and statistics: [clocks](../theory/clocks.md),\n")
            .Append("[stability](../theory/clock-stability.md), [prediction and ensembles](../theory/clock-prediction.md). \"reported\" is for orientation and decides nothing.\n");
        ClockRecords records = new(request.Data);
        page.Section("Statistics: the digits of NIST SP 1065", PrintedDigits.Text, PrintedDigits.Judge(request.Data));
        DrawnCatalogue drawn = new(request.Threads, request.Cancel);
        page.Section("Drawn clocks: theory and what is drawn", DrawnCatalogue.Text, drawn.Judge());
        page.Append(drawn.Table());
        page.Section("Recorded clocks: deviations", RecordedStability.Text, new RecordedStability(records, request.Cancel).Judge());
        RecordedPrediction prediction = new(records, request.Threads, request.Cancel);
        page.Section("Recorded clocks: predictions", RecordedPrediction.Text, prediction.Judge());
        page.Append(prediction.Table());
        page.Section("Ensembles", EnsembleTrial.Text, new EnsembleTrial(request.Threads, request.Cancel).Judge());
        return page.ToPage();
    }
}
