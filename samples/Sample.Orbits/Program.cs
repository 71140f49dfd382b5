// Where is C19 at noon, by mean motion and integrated with the Sun, the Moon and the Earth's gravity?
using Constellation.Core;
using Constellation.Formats;
using Constellation.Geodesy;
using Constellation.Orbits;
using Constellation.Time;

ConstellationDefinition beidou = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3"));
SatelliteDefinition satellite = beidou.Active.First();
Epoch start = Epoch.Parse("2024-09-20T00:00:00GPST"), noon = start + Duration.FromHours(12);

StateVector mean = ConstellationOrbits.Mean(satellite, beidou.Epoch).At(noon);
StateVector integrated = ConstellationOrbits.Integrated(satellite, beidou.Epoch, new EpochSpan(start, noon), EarthOrientation.BuiltIn).At(noon);
StateVector onEarth = EarthOrientation.BuiltIn.At(noon).ToItrf(integrated);

Console.WriteLine(FormattableString.Invariant($"{satellite.Id}: {onEarth.Position.X / 1000:0} {onEarth.Position.Y / 1000:0} {onEarth.Position.Z / 1000:0} km on Earth-fixed axes"));
Console.WriteLine(FormattableString.Invariant($"mean motion differs by {(mean.Position - integrated.Position).Norm / 1000:0.0} km"));
