using Constellation.Core;
using Constellation.Formats;

namespace Constellation.Simulation;

/// <summary>The ionosphere coefficients that all systems broadcast on one real day, for satellites whose messages are simulated: they describe one sky.</summary>
/// <remarks>2023-03-12, near solar maximum, from the merged navigation file of the IGS of that day; BDGIM as broadcast by BeiDou-3.</remarks>
public static class IonosphereOfDay
{
    public static IReadOnlyList<IonosphericCorrection> Of2023March12 { get; } =
    [
        new(GnssSystem.Gps, IonosphericModel.Klobuchar, null, null, [3.259629011154e-8, 7.450580596924e-9, -1.788139343262e-7, 0.0, 1.35168e5, 0.0, -2.62144e5, 1.31072e5]),
        new(GnssSystem.BeiDou, IonosphericModel.Klobuchar, null, null, [4.190951585770e-8, 4.395842552185e-7, -2.861022949219e-6, 3.576278686523e-6, 83968, 999424, -7798784, 8323072]),
        new(GnssSystem.Galileo, IonosphericModel.NeQuickG, null, null, [160.75, 0.37109375, 9.063720703125e-3]),
        new(GnssSystem.BeiDou, IonosphericModel.Bdgim, null, null, [35.5, 2.0, 12.0, 13.375, -17.25, 1.125, 1.0, 3.0, 0.375]),
    ];

    /// <summary>The same as a file without messages.</summary>
    public static NavigationFile File => NavigationFile.Of([]) with { Ionosphere = Of2023March12 };
}
