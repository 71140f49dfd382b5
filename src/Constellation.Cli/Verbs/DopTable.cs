using Constellation.Core;
using Constellation.Formats;
using Constellation.Positioning;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of the <c>dop</c> verb: every epoch and point, or one summary per point.</summary>
/// <remarks>Memory: without summary, of one epoch; with it, of the satellites' positions at all epochs and a fixed buffer per thread.</remarks>
internal sealed class DopTable(SatelliteSnapshots satellites, EpochGrid epochs, DopPoints points, double elevationMask, int threads)
{
    public const string Header = "epoch_gpst,lat_deg,lon_deg,n_sat,gdop,pdop,hdop,vdop,tdop";

    public const string SummaryHeader = "lat_deg,lon_deg,n_sat_mean,gdop_mean,pdop_mean,hdop_mean,vdop_mean,tdop_mean,pdop_p95,availability";

    /// <summary>Rows of a table, about 10 GB of CSV: they are written as they are computed, what is to be kept from is a step or a span mistyped.</summary>
    public const double MostRows = 1e8;

    /// <summary>Positions that a summary holds: 1.2 GB.</summary>
    private const long MostPositions = 50_000_000;

    private static readonly double s_pdopLimit = new AccuracyThresholds().Pdop;

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        DopGrid grid = new(points.Users, elevationMask);
        bool any = false;
        for (int k = 0; k < epochs.Count; k++)
        {
            cancel.ThrowIfCancellationRequested();
            SatelliteSnapshot there = satellites.At(epochs[k]);
            any |= there.Count > 0;
            grid.Compute(there, threads);
            for (int p = 0; p < points.Users.Count; p++)
            {
                Dop dop = grid[p];
                writer.Epoch(epochs[k]).Real(points.Coordinates[p].LatitudeDeg).Real(points.Coordinates[p].LongitudeDeg).Integer(grid.Count[p])
                    .Real(dop.Gdop).Real(dop.Pdop).Real(dop.Hdop).Real(dop.Vdop).Real(dop.Tdop).EndRow();
            }
        }

        Require(any);
    }

    public DopSummary[] Summarise(CancellationToken cancel)
    {
        if ((long)epochs.Count * satellites.Satellites.Count > MostPositions)
        {
            throw new InputException(Diagnostic.Error(
                "CN1003", new SourceSpan("--step"), $"{epochs.Count} epochs of {satellites.Satellites.Count} satellites are too many for one summary", "choose a longer step or a shorter span"));
        }

        SatelliteSnapshot[] there = new SatelliteSnapshot[epochs.Count];
        for (int k = 0; k < there.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            there[k] = satellites.At(epochs[k]);
        }

        Require(there.Any(s => s.Count > 0));
        return DopSummary.Over(points.Users, elevationMask, there, s_pdopLimit, threads, cancel);
    }

    public void WriteSummary(TableWriter writer, DopSummary[] rows)
    {
        for (int p = 0; p < rows.Length; p++)
        {
            DopSummary s = rows[p];
            writer.Real(points.Coordinates[p].LatitudeDeg).Real(points.Coordinates[p].LongitudeDeg).Real(s.MeanSatellites)
                .Real(s.MeanGdop).Real(s.MeanPdop).Real(s.MeanHdop).Real(s.MeanVdop).Real(s.MeanTdop).Real(s.Pdop95).Real(s.Availability).EndRow();
        }
    }

    /// <summary>Area-weighted means over the points, for people; a single site is its own row.</summary>
    public void Report(DopSummary[] rows, TextWriter people)
    {
        if (rows.Length == 1)
        {
            return;
        }

        double[] weights = [.. points.Users.Select(u => u.AreaWeight)];
        people.WriteLine(
            $"dop: {satellites.Satellites.Count} satellites, {epochs.Count} epochs; area-weighted means: n_sat {Mean(s => s.MeanSatellites):0.00}, gdop {Mean(s => s.MeanGdop):0.000}, "
            + $"pdop {Mean(s => s.MeanPdop):0.000}, hdop {Mean(s => s.MeanHdop):0.000}, vdop {Mean(s => s.MeanVdop):0.000}, tdop {Mean(s => s.MeanTdop):0.000}, "
            + $"availability {100 * Mean(s => s.Availability):0.00} % (PDOP <= {s_pdopLimit:0.#})");

        double Mean(Func<DopSummary, double> value) => WeightedStatistics.Mean([.. rows.Select(value)], weights);
    }

    /// <summary>No satellite at any epoch is an error, and then no file is left behind.</summary>
    private void Require(bool any)
    {
        if (!any)
        {
            throw new InputException(Diagnostic.Error(
                "CN4002", new SourceSpan("dop"), $"the source has no state of these satellites between {epochs.Start.ToString(TimeScale.Gpst)} and {epochs.Last.ToString(TimeScale.Gpst)}", "choose epochs that it covers"));
        }
    }
}
