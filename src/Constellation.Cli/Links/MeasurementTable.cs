using Constellation.Formats;
using Constellation.Links;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Rows of <c>links --what measurements</c>: every dual one-way pair as measured, as reduced, as true, and what both ranges are made of.</summary>
internal sealed class MeasurementTable : ILinkTable
{
    private static readonly string s_header =
        "epoch_gpst,node_a,node_b,forward_m,return_m,two_way_m,clock_free_m,geometry_free_m,reduced_two_way_m,predicted_clock_free_m,predicted_geometry_free_m,"
        + "true_clock_free_m,true_geometry_free_m,clock_free_error_m,geometry_free_error_m,"
        + string.Join(',', RangeTerms.Names.SelectMany(n => new[] { $"{n}_forward_m", $"{n}_return_m" }));

    public static LinkTableKind Kind { get; } = new(
        "measurements",
        "every dual one-way pair: pseudoranges, half sum (clock-free) and half difference (geometry-free) reduced to the centre of the slot between centres of mass, what was predicted, what is true, and the ledger of terms of both ranges",
        s_header,
        Open);

    private readonly LinkMeasurementRun _run;
    private readonly double[] _forward = new double[RangeTerms.Names.Count], _sum = new double[RangeTerms.Names.Count], _difference = new double[RangeTerms.Names.Count];
    private double _clockFree, _geometryFree;
    private long _rows;

    private MeasurementTable(LinkMeasurementRun run) => _run = run;

    private static MeasurementTable Open(LinkRequest request) => new(LinkRequests.Prepare(request));

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach (LinkMeasurement row in _run.Measure(cancel))
        {
            (LinkLedger truth, ReducedLink reduced) = (row.Ledger, row.Reduced);
            double[] there = truth.Forward.ToArray(), back = truth.Return.ToArray();
            double clockFree = reduced.ClockFree - truth.Distance, geometryFree = reduced.GeometryFree - truth.Clocks;
            writer.Epoch(truth.Centre).Text(row.A).Text(row.B).Real(truth.Link.ForwardRange).Real(truth.Link.ReturnRange).Real(truth.TwoWay.Range)
                .Real(reduced.ClockFree).Real(reduced.GeometryFree).Real(row.ReducedTwoWay).Real(row.Predicted.PredictedClockFree).Real(row.Predicted.PredictedGeometryFree)
                .Real(truth.Distance).Real(truth.Clocks).Real(clockFree).Real(geometryFree);
            for (int i = 0; i < there.Length; i++)
            {
                writer.Real(there[i]).Real(back[i]);
                _forward[i] += there[i] * there[i];
                _sum[i] += Square((there[i] + back[i]) / 2);
                _difference[i] += Square((there[i] - back[i]) / 2);
            }

            writer.EndRow();
            _rows++;
            _clockFree += clockFree * clockFree;
            _geometryFree += geometryFree * geometryFree;
        }
    }

    public void Report(TextWriter people)
    {
        foreach (string note in _run.Notes)
        {
            people.WriteLine("links: " + note);
        }

        people.WriteLine($"links: {_rows} pairs; rms of each term, m");
        people.WriteLine($"  {"term",-22}{"one-way",18}{"half sum",18}{"half difference",18}");
        for (int i = 0; i < _forward.Length; i++)
        {
            Line(RangeTerms.Names[i], _forward[i], _sum[i], _difference[i]);
        }

        people.WriteLine($"  {"reduced less true",-22}{"",18}{Rms(_clockFree),18:0.000000}{Rms(_geometryFree),18:0.000000}");

        void Line(string name, double oneWay, double sum, double difference) =>
            people.WriteLine($"  {name,-22}{Rms(oneWay),18:0.000000}{Rms(sum),18:0.000000}{Rms(difference),18:0.000000}");
    }

    private double Rms(double squares) => _rows == 0 ? double.NaN : Math.Sqrt(squares / _rows);

    private static double Square(double x) => x * x;
}
