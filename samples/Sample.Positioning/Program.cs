// Dilution of precision of the globe, with all satellites and without the one that matters most.
using Constellation.Core;
using Constellation.Formats;
using Constellation.Simulation;
using Constellation.Time;

var beidou = EphemerisLibrary.BuiltIn.Constellation("beidou-3", new SourceSpan("beidou-3"));
ConstellationSlots slots = new(beidou, [.. beidou.Active]);
GeometryCriterion geometry = new(slots, Epoch.Parse("2024-09-20T00:00:00GPST"), Duration.FromDays(1), Duration.FromHours(1), gridStepDeg: 10, maskDeg: 5, pdopLimit: 6);
GeometryShare all = geometry.Without(default);
Console.WriteLine(FormattableString.Invariant($"mean PDOP of the globe {all.MeanPdop:0.00}, greatest {all.GreatestPdop:0.0}"));
CriticalSet worst = CriticalSatellites.Rank(slots, geometry, 1, Environment.ProcessorCount, CancellationToken.None)[0];
Console.WriteLine(FormattableString.Invariant($"without {worst.Satellites[0].Id} {worst.Geometry.MeanPdop:0.00}"));
