using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Attitudes of one satellite in the order of time.</summary>
/// <param name="Epochs">Rising.</param>
/// <param name="Attitudes">One each, of unit length.</param>
public sealed record OrbexSeries(IReadOnlyList<Epoch> Epochs, IReadOnlyList<AttitudeQuaternion> Attitudes)
{
    /// <summary>The attitude that the file gives for an epoch, or null: between rows a turn may hide that no interpolation sees.</summary>
    public AttitudeQuaternion? At(Epoch epoch)
    {
        (int low, int high) = (0, Epochs.Count - 1);
        while (low <= high)
        {
            int middle = (low + high) / 2, order = Epochs[middle].CompareTo(epoch);
            if (order == 0)
            {
                return Attitudes[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
