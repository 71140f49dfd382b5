using System.Text;
using Constellation.Core;

namespace Constellation.Cli;

/// <summary><c>reproduce clocks</c>: statistics against printed numbers, drawn clocks against their theory, recorded clocks and their predictions against what is published, ensembles.</summary>
internal sealed class ClockPage : ReproduciblePage
{
    public override string Name => "clocks";

    public override string Description => "statistics, drawn clocks, recorded clocks and ensembles against printed and published numbers";

    public override ReproducedPage Make(ReproduceRequest request)
    {
        if (!Directory.Exists(request.Data))
        {
            throw new InputException(Diagnostic.Error("CN3000", new SourceSpan(request.Data), "is no folder", "give the folder with the clock and orbit files: --data DIR"));
        }

        ClockRecords records = new(request.Data);
        StringBuilder page = new();
        page.Append("# Clocks against printed and published numbers\n\n")
            .Append("Written by `constellation reproduce clocks`; nothing here is typed in but the targets, whose sources stand beside them. Models and statistics: [clocks](../theory/clocks.md),\n")
            .Append("[stability](../theory/clock-stability.md), [prediction and ensembles](../theory/clock-prediction.md). \"reported\" is for orientation and decides nothing.\n");
        bool met = true;
        Section("Statistics: the digits of NIST SP 1065", PrintedDigits.Text, PrintedDigits.Judge(request.Data));
        DrawnCatalogue drawn = new(request.Threads, request.Cancel);
        Section("Drawn clocks: theory and what is drawn", DrawnCatalogue.Text, drawn.Judge());
        page.Append(drawn.Table());
        Section("Recorded clocks: deviations", RecordedStability.Text, new RecordedStability(records, request.Cancel).Judge());
        RecordedPrediction prediction = new(records, request.Threads, request.Cancel);
        Section("Recorded clocks: predictions", RecordedPrediction.Text, prediction.Judge());
        page.Append(prediction.Table());
        Section("Ensembles", EnsembleTrial.Text, new EnsembleTrial(request.Threads, request.Cancel).Judge());
        return new(page.ToString(), met);

        void Section(string title, string text, IEnumerable<Requirement> requirements)
        {
            page.Append($"\n## {title}\n\n{text}\n\n{Requirement.Head}");
            foreach (Requirement requirement in requirements)
            {
                request.Cancel.ThrowIfCancellationRequested();
                page.Append(requirement);
                met &= requirement.Met != false;
            }
        }
    }
}
