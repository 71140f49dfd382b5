using Constellation.Geodesy;
using Constellation.Positioning;

namespace Constellation.Viewer;

/// <summary>Age of the data behind the messages of the satellites in view, at one epoch.</summary>
/// <param name="scene">Who, and the satellites of that epoch.</param>
/// <param name="ages">By satellite of the scene; NaN where it has no message.</param>
/// <param name="oldest">The oldest instead of the mean.</param>
internal sealed class AgeQuantity(PointScene scene, double[] ages, bool oldest) : IPointQuantity
{
    public bool WorstIsSmallest => false;

    public void Fill(int first, int count, Span<double> values, CancellationToken cancel)
    {
        for (int u = 0; u < count; u++)
        {
            UserDefinition user = scene.Users[first + u];
            (double sum, double most, int n) = (0, double.NegativeInfinity, 0);
            foreach ((int satellite, Vector3d _) in new UserSky(user, scene.Horizon.At(user.Place)).Look(scene.Epochs[0]))
            {
                if (!double.IsNaN(ages[satellite]))
                {
                    (sum, most, n) = (sum + ages[satellite], Math.Max(most, ages[satellite]), n + 1);
                }
            }

            values[u] = n == 0 ? double.NaN : oldest ? most : sum / n;
        }
    }
}
