using Constellation.Orbits;

namespace Constellation.Formats;

/// <summary>What an element set must fulfil to be one of SGP4, whatever file it comes from.</summary>
internal static class ElementSetRules
{
    /// <summary>An orbit that skims the ground has 17.05 revolutions a day.</summary>
    private const double MostRevolutions = 18;

    /// <summary>What is wrong, or null.</summary>
    public static (string Field, string Problem, string Remedy)? Fault(MeanElementSet set)
    {
        if (!(set.MeanMotionRevPerDay is > 0 and <= MostRevolutions))
        {
            return ("mean motion", $"the mean motion of {set} is {set.MeanMotionRevPerDay} revolutions a day", $"it lies between 0 and {MostRevolutions}");
        }

        if (set.EphemerisType == 4)
        {
            return ("ephemeris type", $"the elements of {set} are of SGP4-XP, another model", "give elements of SGP4 (ephemeris type 0)");
        }

        return Sgp4Orbit.IsUsable(set.ToElements()) ? null : ("elements", $"the elements of {set} are not those of an ellipse", "the eccentricity lies between 0 and 1");
    }
}
