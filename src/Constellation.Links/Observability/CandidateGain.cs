using Constellation.Geodesy;
using Constellation.Orbits;

namespace Constellation.Links;

/// <summary>What a station that is not there would know of a direction, its own delay or clock being unknown.</summary>
internal static class CandidateGain
{
    /// <summary>Information, 1 over the square of the unit of the direction, from one measurement of every kind and satellite in view at each epoch of the table.</summary>
    /// <param name="of">Orbits and unknowns.</param>
    /// <param name="candidate">The station.</param>
    /// <param name="direction">Of the unknowns.</param>
    /// <param name="states">Positions and their derivatives.</param>
    public static double Of(ObservabilityPoint of, CandidateStation candidate, double[] direction, DirectionStates states)
    {
        LinkSystem system = of.Point.System;
        LinkPayload terminal = system.Payload ?? new LinkPayload("", "", "");
        double noise = Math.Max(terminal.Noise / Math.Sqrt(2), of.Point.Settings.MinimumNoise), range = Math.Max(system.Equipment.LBandNoise, of.Point.Settings.MinimumNoise);
        double mask = candidate.AsAnchor ? terminal.GroundElevationMask : system.Equipment.LBandElevationMask;
        Marginal distance = new(), clocks = new();
        for (int k = 0; k < states.Count; k++)
        {
            StationPlace place = candidate.Station.At(of.Point.Earth.At(states.Epoch(k)));
            double share = of.Share(states.Epoch(k));
            for (int i = 0; i < system.Satellites.Count; i++)
            {
                if ((candidate.AsAnchor && system.Satellites[i].Payload is null) || place.ElevationOf(states.Position(k, i)) < mask)
                {
                    continue;
                }

                Vector3d u = (states.Position(k, i) - place.PositionGcrf).Unit();
                double orbit = u.Dot(states.Displacement(k, i, direction));
                double clock = -direction[of.ClockOffset(i)] - (share * direction[of.ClockRate(i)]);
                if (!candidate.AsAnchor)
                {
                    distance.Add(orbit + clock, 1 / (range * range));
                    continue;
                }

                distance.Add(orbit + (direction[of.Point.Layout.DelaySum(i)] / 2), 1 / (noise * noise));
                clocks.Add(clock - (direction[of.Point.Layout.DelayDifference(i)] / 2), 1 / (noise * noise));
            }
        }

        // The first station of a system gives it its time; a further one has a clock, and each terminal has delays, to a sigma in half sum and half difference.
        double delay = terminal.DelaySigma > 0 ? terminal.DelaySigma / Math.Sqrt(2) : 0.05;
        double own = candidate.AsAnchor ? delay : system.Stations.Count == 0 ? 1e-3 : double.PositiveInfinity;
        return distance.Information(own) + clocks.Information(candidate.AsAnchor && system.Stations.Count > 0 ? double.PositiveInfinity : own);
    }

    /// <summary>Information on a direction beside a constant common to all its measurements.</summary>
    private struct Marginal
    {
        private double _squares, _sum, _weights;

        public void Add(double partial, double weight)
        {
            _squares += weight * partial * partial;
            _sum += weight * partial;
            _weights += weight;
        }

        public readonly double Information(double constantSigma) =>
            _weights == 0 ? 0 : Math.Max(0, _squares - (_sum * _sum / (_weights + (1 / (constantSigma * constantSigma)))));
    }
}
