using Constellation.Geodesy;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>A first position from the ionosphere-free codes of one epoch.</summary>
internal sealed class CodePosition
{
    /// <summary>A code may miss by so much; beyond, it is left out.</summary>
    private const double Outlier = 30;

    private readonly double[][] _columns = [.. Enumerable.Range(0, 6).Select(_ => new double[MaximumSatellites])];
    private readonly int[] _clock = new int[MaximumSatellites];
    private readonly double[] _residuals = new double[MaximumSatellites];

    private const int MaximumSatellites = 128;

    /// <summary>Within metres, or false.</summary>
    /// <param name="tracks">With their states; tracks whose code does not fit lose it.</param>
    /// <param name="station">Placed by this.</param>
    /// <param name="guess">Where to start; null when nothing is known.</param>
    /// <param name="epoch">Of the observations.</param>
    /// <param name="marker">The antenna's place: the marker within metres.</param>
    public bool TrySolve(IReadOnlyList<PppTrack> tracks, PppStation station, Position<Itrf>? guess, Time.Epoch epoch, out Position<Itrf> marker)
    {
        marker = guess ?? default;
        bool placed = guess is not null;
        for (int round = 0; round < 8; round++)
        {
            if (placed)
            {
                station.Place(marker, epoch);
            }

            int n = Fill(tracks, station, placed);
            PseudorangeObservations codes = new()
            {
                X = _columns[0].AsSpan(0, n), Y = _columns[1].AsSpan(0, n), Z = _columns[2].AsSpan(0, n), ClockOffset = _columns[3].AsSpan(0, n),
                Pseudorange = _columns[4].AsSpan(0, n), Sigma = _columns[5].AsSpan(0, n), ClockColumn = _clock.AsSpan(0, n),
            };
            SinglePointFix fix = SinglePointSolver.Solve(codes, placed ? marker : SinglePointSolver.FirstGuess(codes), default, _residuals.AsSpan(0, n));
            if (fix.Status != FixStatus.Ok || !double.IsFinite(fix.Position.X) || fix.Position.Vector.Norm is < 6.2e6 or > 4e7)
            {
                return false;
            }

            bool moved = (fix.Position - marker).NormSquared > 1e4, first = !placed;
            (marker, placed) = (fix.Position, true);
            int worst = Worst(n);
            if (first || moved)
            {
                continue;
            }

            if (worst < 0)
            {
                return true;
            }

            Drop(tracks, worst);
        }

        return false;
    }

    private int Fill(IReadOnlyList<PppTrack> tracks, PppStation station, bool placed)
    {
        int n = 0;
        foreach (PppTrack track in tracks)
        {
            if (!track.UseCode || n == MaximumSatellites)
            {
                continue;
            }

            double delay = 0, sigma = 1;
            if (placed)
            {
                Vector3d line = track.State.Position.Vector - station.Antenna;
                double sin = Math.Max(station.Frame.Up.Dot(line) / line.Norm, 0.05);
                delay = station.Air.Slant(Math.Asin(sin));
                sigma = 1 / sin;
            }

            sigma *= track.Satellite.System == Core.GnssSystem.Glonass ? 3 : 1;
            (_columns[0][n], _columns[1][n], _columns[2][n]) = (track.State.Position.X, track.State.Position.Y, track.State.Position.Z);
            (_columns[3][n], _columns[4][n], _columns[5][n], _clock[n]) = (track.State.ClockOffset, track.Code - delay, sigma, track.Group);
            n++;
        }

        return n;
    }

    private int Worst(int n)
    {
        int worst = -1;
        double greatest = Outlier;
        for (int i = 0; i < n; i++)
        {
            if (Math.Abs(_residuals[i]) > greatest)
            {
                (worst, greatest) = (i, Math.Abs(_residuals[i]));
            }
        }

        return worst;
    }

    private static void Drop(IReadOnlyList<PppTrack> tracks, int index)
    {
        foreach (PppTrack track in tracks)
        {
            if (track.UseCode && index-- == 0)
            {
                track.UseCode = false;
                return;
            }
        }
    }
}
