using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Links;
using Constellation.Orbits;
using Constellation.Signals;
using Constellation.Simulation;
using Constellation.Time;

namespace Constellation.Cli;

/// <summary>Links to come: the next radio terminal and lasers (I8, I9), and how delays behave (I6, I7).</summary>
internal sealed class NewLinkRecipe : PublishedRecipe
{
    private const string Laser = "links.payload=optical-kepler", Medium = "constellation.satellites=C@meo", WarmUp = "control.warm_up=12h", Length = "time.duration=12h";

    public override IReadOnlyList<string> Ids => ["I6", "I7", "I8", "I9"];

    public override string Setup =>
        $"I6, I7, I8: terminals ka-bds3 and ka-bds3-upgraded of the library (`constellation show ka-bds3`). I9: `constellation links isl+anchor --what solution --estimator batch --set {Laser} --set {Medium} --set {WarmUp} --set {Length}` with seeds 1 to 4: 24 medium satellites with laser links, one station, forces of 1e-9 m/s² unknown. "
        + "Unknown: orbits, forces and length of the Kepler study; which corrections the relativistic study differences.";

    public override IEnumerable<PublishedNumber> Run(PublishedContext context)
    {
        LinkPayload now = EphemerisLibrary.BuiltIn.Payload("ka-bds3", new SourceSpan("ka-bds3")), next = EphemerisLibrary.BuiltIn.Payload("ka-bds3-upgraded", new SourceSpan("ka-bds3-upgraded"));
        const string Input = "an input of the simulation, not a result";
        yield return PublishedNumber.Within("I6", "change of a delay over 45 days, random walk of the terminal", 3.6, 6.4, "cm", 1.5, Input, 100 * now.DelayWalk * Math.Sqrt(86_400 * 45.0), "0.0");
        yield return PublishedNumber.Nearest("I6", "delays in segments: residuals 44.3 % smaller, orbit differences 28.2 %", "44.3, 28.2 %", "6 h", "real delays of bad links, which jump; the batch here takes every delay as constant over so long from the outset, and none to compare with");
        yield return PublishedNumber.Nearest("I7", "apparent jumps of Ka delays are those of L-band; one-way residuals follow azimuth and elevation", "seen", "1 cm", "a finding on real hardware; of the two, the simulation has the pattern over direction (peak of each antenna) and jumps where a scenario asks for them (`faults.link`)");
        LinkTracking tracking = next.Hardware!.Tracking;
        double At(double density) => 100 * new CodeTracking(tracking.ChipRate, tracking.Spacing, tracking.Code.Bandwidth, tracking.Code.IntegrationTime).Sigma(density);
        yield return PublishedNumber.Near("I8", "code noise at 61.6 dB-Hz", 1.9, "cm", 0.1, "digits printed; the loop's bandwidth was chosen for it", At(61.6), "0.00");
        yield return PublishedNumber.Near("I8", "code noise at 69.3 dB-Hz", 0.8, "cm", 0.05, "digits printed; follows from the loop's law alone", At(69.3), "0.00");
        LinkErrors[] lasers = [.. Enumerable.Range(1, 4).Select(seed => LinkErrors.Of(
            Scenarios.Read("isl+anchor", [Laser, Medium, WarmUp, Length, $"seed={seed}"]), LinkEstimator.All.Single(e => e.Name == "batch"), context.Threads, context.Cancel))];
        double[] radials = [.. lasers.Select(l => 100 * l.Rms(r => r.Radial))];
        double radial = RootMeanSquare(radials), clock = RootMeanSquare([.. lasers.Select(l => l.Rms(r => r.Clock))]);
        yield return PublishedNumber.Holds("I9", "radial, laser links and one station, batch", "below 1 cm", "as the target says", FormattableString.Invariant($"{radial:0.00} cm"), radial < 1,
            FormattableString.Invariant($"four draws, of {radials.Min():0.00} to {radials.Max():0.00} cm: as near to the target as it looks"));
        yield return PublishedNumber.Nearest("I9", "synchronisation, the same", "picoseconds", FormattableString.Invariant($"{clock / PhysicalConstants.SpeedOfLight * 1e12:0.0} ps"), "mostly 1 mm of assumed delay difference of each terminal, which no link tells");
        (double second, double third, double bodies) = Potentials();
        yield return PublishedNumber.Holds("I9", "potential of the Earth that clocks feel over a revolution: degree 2, degree 3", "needed to degree 3 for picoseconds", "degree 2 above 1 ps, all beyond degree 3 below", FormattableString.Invariant($"{second:0}, {third:0.00} ps"), second > 1 && third < 1,
            "zonal terms, amplitude along a circular orbit of 29,600 km at 56 deg: degree 3 is already below 0.1 ps, as is what follows");
        yield return PublishedNumber.Nearest("I9", "the same of Moon and Sun together", "not needed", FormattableString.Invariant($"{bodies:0.0} ps"), "the direct potential by itself; between satellites at one height most of it is common, and the abstract names no threshold");
    }

    private static double RootMeanSquare(double[] values) => Math.Sqrt(values.Sum(v => v * v) / values.Length);

    /// <summary>Amplitudes (ps) over a revolution of what the potential of degree 2, of degree 3, and of Moon and Sun do to a clock's reading at 29,600 km and 56 degrees.</summary>
    private static (double Second, double Third, double Bodies) Potentials()
    {
        const double A = 29_600e3, J2 = 1.0826e-3, J3 = -2.53e-6, C2 = PhysicalConstants.SpeedOfLight * PhysicalConstants.SpeedOfLight;
        const double Gm = PhysicalConstants.EarthGravitationalParameter, R = PhysicalConstants.EarthRadius;
        double n = Math.Sqrt(Gm / (A * A * A)), s = Math.Sin(double.DegreesToRadians(56));

        // Degree 2 as it is known with the orbit's own change ([Kouba04]); degree 3, R^3 J3 (5 z^3 - 3 z) / 2: its largest part goes once a revolution.
        double second = 1.5 * J2 * Math.Pow(R / A, 2) * Math.Sqrt(Gm * A) * s * s / C2;
        double third = Gm / A * Math.Abs(J3) * Math.Pow(R / A, 3) * Math.Abs((1.875 * s * s * s) - (1.5 * s)) / C2 / n;
        double Tide(double gm, double distance) => 0.75 * gm * A * A / Math.Pow(distance, 3) / C2 / (2 * n);
        return (second * 1e12, third * 1e12, (Tide(4.9028e12, 3.844e8) + Tide(1.32712e20, 1.496e11)) * 1e12);
    }
}
