namespace Constellation.Formats;

/// <summary>How the phase centre of an antenna shifts with direction: a table by zenith (receivers) or nadir angle (satellites), for all azimuths together and, where there is one, by azimuth.</summary>
public sealed record PhasePattern
{
    /// <summary>Angle of the first column, rad.</summary>
    public required double First { get; init; }

    /// <summary>Between columns, rad; 0 for a single one.</summary>
    public required double Step { get; init; }

    /// <summary>Mean over all azimuths (<c>NOAZI</c>), m.</summary>
    public required double[] Mean { get; init; }

    /// <summary>Between rows of <see cref="ByAzimuth"/>, rad; 0 where there is none.</summary>
    public double AzimuthStep { get; init; }

    /// <summary>A row an azimuth from 0 to 2 pi, both there, m; empty where the antenna was not measured so.</summary>
    public double[][] ByAzimuth { get; init; } = [];

    /// <summary>Linear between the columns, the first and the last beyond them, m.</summary>
    public double At(double angle) => Along(Mean, angle);

    /// <summary>Linear in both angles, m; without a table by azimuth the mean.</summary>
    /// <param name="angle">Zenith or nadir angle, rad.</param>
    /// <param name="azimuth">From north to east (receivers), from y to x (satellites), rad. [ANTEX]</param>
    public double At(double angle, double azimuth)
    {
        if (ByAzimuth.Length < 2)
        {
            return Along(Mean, angle);
        }

        double row = (azimuth - (Math.Tau * Math.Floor(azimuth / Math.Tau))) / AzimuthStep;
        int i = Math.Clamp((int)row, 0, ByAzimuth.Length - 2);
        double low = Along(ByAzimuth[i], angle), high = Along(ByAzimuth[i + 1], angle);
        return low + (Math.Min(row - i, 1) * (high - low));
    }

    private double Along(double[] table, double angle)
    {
        if (table.Length < 2)
        {
            return table.Length == 0 ? 0 : table[0];
        }

        double x = Math.Clamp((angle - First) / Step, 0, table.Length - 1);
        int i = Math.Min((int)x, table.Length - 2);
        return table[i] + ((x - i) * (table[i + 1] - table[i]));
    }
}
