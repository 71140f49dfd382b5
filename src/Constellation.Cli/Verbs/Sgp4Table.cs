using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Rows of <c>orbit sgp4</c>: every set at every one of its times, as they are worked out; nothing is kept.</summary>
internal sealed class Sgp4Table(IReadOnlyList<(MeanElementSet Set, MinuteGrid Grid)> work, Sgp4Options options)
{
    private readonly long[] _errors = new long[7];
    private long _rows;

    public void Write(TableWriter writer, CancellationToken cancel)
    {
        foreach ((MeanElementSet set, MinuteGrid grid) in work)
        {
            Sgp4Orbit orbit = new(set.ToElements(), options);
            foreach (double minutes in grid.Values())
            {
                if ((++_rows & 0xfff) == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                }

                Sgp4Status status = orbit.TryAt(Duration.FromSeconds(60 * minutes), out Vector3d position, out Vector3d velocity);
                (position, velocity) = (position / 1000, velocity / 1000);
                _errors[(int)status]++;
                writer.Integer(set.CatalogueNumber).Real(minutes).Real(position.X).Real(position.Y).Real(position.Z)
                    .Real(velocity.X).Real(velocity.Y).Real(velocity.Z).Integer((int)status).EndRow();
            }
        }
    }

    /// <summary>Says how many rows have an error.</summary>
    public void Report(TextWriter people)
    {
        long wrong = _rows - _errors[0];
        if (wrong > 0)
        {
            string kinds = string.Join(", ", Enum.GetValues<Sgp4Status>().Where(s => s != Sgp4Status.Done && _errors[(int)s] > 0).Select(s => $"{_errors[(int)s]} of error {(int)s} ({Meaning(s)})"));
            people.WriteLine($"orbit sgp4: warning CN4008: {wrong} of {_rows} rows have an error: {kinds}");
        }
    }

    private static string Meaning(Sgp4Status status) => status switch
    {
        Sgp4Status.MeanEccentricity => "mean eccentricity out of range",
        Sgp4Status.MeanMotion => "mean motion not positive",
        Sgp4Status.PerturbedEccentricity => "perturbed eccentricity out of range",
        Sgp4Status.SemiLatusRectum => "negative semi-latus rectum",
        Sgp4Status.SubOrbital => "elements below the ground",
        _ => "decayed",
    };
}
