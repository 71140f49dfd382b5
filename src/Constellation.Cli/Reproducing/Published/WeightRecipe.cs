using Constellation.Core;
using Constellation.Orbits;
using Constellation.Positioning;

namespace Constellation.Cli;

/// <summary>How orbit errors project onto ranges, averaged anew over the visible Earth (S3).</summary>
internal sealed class WeightRecipe : PublishedRecipe
{
    private const double Earth = 6371e3;

    public override IReadOnlyList<string> Ids => ["S3"];

    public override string Setup =>
        "Mean over the visible part of a sphere of 6371 km, by area, down to the horizon: w_R as the mean cosine of the nadir angle, w_AC^2 as half the mean square of its sine, by the midpoint rule, against the published values and those that the program weighs with.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        (string Name, double Radius, double? Radial, double? Transverse, SisreWeights Used)[] orbits =
        [
            ("Galileo", 29_600e3, 0.98, 0.016, SisreWeights.For(GnssSystem.Galileo, OrbitClass.Meo)),
            ("GPS", 26_560e3, 0.98, 0.020, SisreWeights.For(GnssSystem.Gps, OrbitClass.Meo)),
            ("BeiDou MEO", 27_906e3, 0.98, null, SisreWeights.For(GnssSystem.BeiDou, OrbitClass.Meo)),
        ];
        const string Rounded = "digits printed, and a sphere for the Earth";
        foreach ((string name, double radius, double? radial, double? transverse, SisreWeights used) in orbits)
        {
            (double w, double square) = Weights(radius);
            if (radial is { } r)
            {
                yield return PublishedNumber.Near("S3", $"{name}: radial weight", r, "", 0.006, Rounded, w, "0.000");
            }

            if (transverse is { } t)
            {
                yield return PublishedNumber.Near("S3", $"{name}: square of the transverse weight", t, "", 0.0010, Rounded, square, "0.0000");
            }

            yield return PublishedNumber.Holds("S3", $"{name}: weights that the program uses", "the quadrature", "0.006, and 5 % of the square", FormattableString.Invariant($"{used.Radial:0.000}, {used.TransverseSquared:0.0000}"),
                Math.Abs(used.Radial - w) <= 0.006 && Math.Abs((used.TransverseSquared / square) - 1) <= 0.05);
        }
    }

    /// <summary>w_R and w_AC^2 of a satellite at a radius, m.</summary>
    internal static (double Radial, double TransverseSquared) Weights(double radius)
    {
        const int Nodes = 2000;
        double least = Earth / radius, cosine = 0, square = 0;         // users by the cosine of their angle at the geocentre, from the horizon (R/r) to the point below
        for (int i = 0; i < Nodes; i++)
        {
            double u = least + ((1 - least) * (i + 0.5) / Nodes), range2 = (radius * radius) + (Earth * Earth) - (2 * radius * Earth * u), c = (radius - (Earth * u)) / Math.Sqrt(range2);
            cosine += c / Nodes;
            square += (1 - (c * c)) / 2 / Nodes;
        }

        return (cosine, square);
    }
}
