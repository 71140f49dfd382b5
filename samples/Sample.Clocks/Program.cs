// How well can a maser and a rubidium be foretold over a day, and what do they do in one draw?
using Constellation.Clocks;
using Constellation.Core;
using Constellation.Formats;
using Constellation.Time;

Duration step = Duration.FromMinutes(15), day = Duration.FromDays(1);
foreach (string name in new[] { "PHM-BDS3", "RB-BDS3" })
{
    ClockModel clock = EphemerisLibrary.BuiltIn.Clock(name, new SourceSpan(name));
    double expected = PredictionTheory.RootMeanSquare(clock, new KalmanPredictor(clock), step, (7 * 96) + 1, day);

    double[] offsets = new double[(14 * 96) + 1], frequencies = new double[offsets.Length];
    new ClockSampler(clock, 1, 0, EntityId.Station(0)).Fill(step, offsets, frequencies);
    double drawn = new PredictionStudy(offsets, step).Errors(new KalmanPredictor(clock), Duration.FromDays(7), [day])[0].Rms;
    Console.WriteLine(FormattableString.Invariant($"{name}: expected {expected * 1e9:0.00} ns, drawn {drawn * 1e9:0.00} ns; Allan deviation at a day {Math.Sqrt(clock.AllanVariance(86_400)):0.0e0}"));
}
