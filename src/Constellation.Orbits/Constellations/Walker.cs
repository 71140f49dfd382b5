using System.Globalization;
using Constellation.Core;

namespace Constellation.Orbits;

/// <summary>Builds constellations of the Walker pattern T/P/F.</summary>
/// <remarks>
/// [Walker84]: node of plane j is j 360/P (delta) or j 180/P (star), satellite k of it stands k 360 P/T + j F 360/T ahead of the first.
/// Numbers run plane by plane, slot by slot from the first number; the spares follow after all of them, again plane by plane.
/// </remarks>
public static class Walker
{
    public static ConstellationDefinition Build(string name, WalkerShell shell)
    {
        Require(shell);
        int perPlane = shell.Satellites / shell.Planes;
        List<SatelliteDefinition> satellites = [];
        for (int plane = 0; plane < shell.Planes; plane++)
        {
            for (int slot = 0; slot < perPlane; slot++)
            {
                satellites.Add(Satellite(shell, satellites.Count, plane, slot, spare: false));
            }
        }

        for (int plane = 0; plane < shell.Planes; plane++)
        {
            for (int spare = 0; spare < shell.SparesPerPlane; spare++)
            {
                double slot = ((double)spare * perPlane / shell.SparesPerPlane) + 0.5;
                satellites.Add(Satellite(shell, satellites.Count, plane, slot, spare: true));
            }
        }

        string pattern = string.Create(CultureInfo.InvariantCulture, $"Walker {shell.Pattern.ToString().ToLowerInvariant()} {shell.Satellites}/{shell.Planes}/{shell.Phasing}");
        return new ConstellationDefinition { Name = name, Description = pattern, Epoch = shell.Epoch, Satellites = satellites };
    }

    private static SatelliteDefinition Satellite(WalkerShell shell, int index, int plane, double slot, bool spare)
    {
        double spread = shell.Pattern == WalkerPattern.Delta ? 2 * Math.PI : Math.PI;
        double latitude = shell.FirstArgumentOfLatitude
            + (2 * Math.PI * ((slot * shell.Planes / shell.Satellites) + ((double)plane * shell.Phasing / shell.Satellites)));
        SatelliteId id = new(shell.System, shell.FirstNumber + index);
        string letter = plane < 26 ? ((char)('A' + plane)).ToString() : string.Create(CultureInfo.InvariantCulture, $"P{plane + 1}");
        return new SatelliteDefinition
        {
            Id = id,
            Svn = string.Create(CultureInfo.InvariantCulture, $"{id.Letter}{id.Number:000}"),
            Plane = letter,
            Slot = spare ? $"{letter}-spare" : string.Create(CultureInfo.InvariantCulture, $"{letter}-{slot + 1:0}"),
            Block = "Walker",
            OrbitClass = shell.OrbitClass,
            Role = spare ? SatelliteRole.Spare : SatelliteRole.Active,
            Clock = shell.Clock,
            Mass = shell.Mass,
            Area = shell.Area,
            Elements = new MeanElements(
                shell.SemiMajorAxis,
                shell.Eccentricity,
                shell.Inclination,
                Turn(shell.FirstRightAscension + (plane * spread / shell.Planes)),
                shell.ArgumentOfPerigee,
                Turn(latitude - shell.ArgumentOfPerigee)),
        };
    }

    private static void Require(WalkerShell shell)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shell.Planes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shell.Satellites);
        ArgumentOutOfRangeException.ThrowIfNegative(shell.SparesPerPlane);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shell.FirstNumber);
        if (shell.Satellites % shell.Planes != 0)
        {
            throw new ArgumentException($"{shell.Satellites} satellites do not fill {shell.Planes} planes evenly", nameof(shell));
        }

        if (shell.FirstNumber + shell.Satellites + (shell.Planes * shell.SparesPerPlane) - 1 > 999)
        {
            throw new ArgumentException("satellite numbers end at 999", nameof(shell));
        }
    }

    private static double Turn(double angle)
    {
        double turned = angle % (2 * Math.PI);
        return turned < 0 ? turned + (2 * Math.PI) : turned;
    }
}
