using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>One element set of SGP4 with all that a TLE or an OMM says about its object, in the units of these files.</summary>
public sealed record MeanElementSet
{
    /// <summary>Largest number that two-line elements can hold, as <c>Z9999</c>.</summary>
    public const int LargestTleNumber = 339_999;

    /// <summary>Empty where the file has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Number in the catalogue of the United States (NORAD), up to nine digits.</summary>
    public required int CatalogueNumber { get; init; }

    /// <summary>International (COSPAR) designator with the full year, <c>1998-067A</c>; empty where the file has none.</summary>
    public string Designator { get; init; } = "";

    /// <summary>U, C or S.</summary>
    public char Classification { get; init; } = 'U';

    public required Epoch Epoch { get; init; }

    public required double MeanMotionRevPerDay { get; init; }

    public required double Eccentricity { get; init; }

    public required double InclinationDeg { get; init; }

    public required double RightAscensionDeg { get; init; }

    public required double ArgumentOfPerigeeDeg { get; init; }

    public required double MeanAnomalyDeg { get; init; }

    /// <summary>B*, per Earth radius.</summary>
    public double BStar { get; init; }

    /// <summary>As files give it: half the rate of the mean motion, rev/day². SGP4 does not use it.</summary>
    public double MeanMotionDot { get; init; }

    /// <summary>As files give it: a sixth of the second derivative, rev/day³. SGP4 does not use it.</summary>
    public double MeanMotionDotDot { get; init; }

    /// <summary>0 and 2 are SGP4; 4, SGP4-XP, is another model and refused.</summary>
    public int EphemerisType { get; init; }

    public int ElementSetNumber { get; init; }

    public int RevolutionNumber { get; init; }

    /// <summary>First, step and last minute since the epoch, where the set is a verification case with these behind its second line.</summary>
    public VerificationMinutes? Verification { get; init; }

    /// <summary>Where the set stands: its first line.</summary>
    public SourceSpan Where { get; init; }

    /// <summary>What the model takes.</summary>
    public Sgp4Elements ToElements() => new()
    {
        Epoch = Epoch,
        MeanMotion = MeanMotionRevPerDay * Math.Tau / 86400,
        Eccentricity = Eccentricity,
        Inclination = double.DegreesToRadians(InclinationDeg),
        RightAscension = double.DegreesToRadians(RightAscensionDeg),
        ArgumentOfPerigee = double.DegreesToRadians(ArgumentOfPerigeeDeg),
        MeanAnomaly = double.DegreesToRadians(MeanAnomalyDeg),
        BStar = BStar,
    };

    /// <summary>How messages call the object: number and name.</summary>
    public override string ToString() => Name.Length == 0 ? $"object {CatalogueNumber}" : $"object {CatalogueNumber} ({Name})";
}
