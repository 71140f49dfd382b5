using Constellation.Core;
using Constellation.Signals;

namespace Constellation.Positioning;

/// <summary>Which signals of each system a receiver's user takes, the best first.</summary>
/// <remarks>
/// Pairs: those that the broadcast clocks refer to and, of GPS and GLONASS, the P codes, because the satellites' difference between C/A and P on L1
/// (0.4 m, rms over satellites) enters the ionosphere-free combination two and a half times. On one frequency it enters once, and C/A is quieter.
/// Within a band the order of the letters is from the pilot or the plain code to combined tracking.
/// </remarks>
public sealed class SignalPreferences
{
    private readonly IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalPair>> _pairs;

    public SignalPreferences(IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalPair>> pairs) => _pairs = pairs;

    /// <summary>Two frequencies where a satellite has them, else one.</summary>
    public static SignalPreferences DualFrequency { get; } = new(All(dual: true));

    /// <summary>One frequency only.</summary>
    public static SignalPreferences SingleFrequency { get; } = new(All(dual: false));

    public IReadOnlyCollection<GnssSystem> Systems => [.. _pairs.Keys];

    public IReadOnlyList<SignalPair> Of(GnssSystem system) => _pairs.GetValueOrDefault(system, []);

    /// <summary>The same with other signals for some systems.</summary>
    public SignalPreferences With(IReadOnlyDictionary<GnssSystem, IReadOnlyList<SignalPair>> chosen)
    {
        Dictionary<GnssSystem, IReadOnlyList<SignalPair>> all = new(_pairs);
        foreach ((GnssSystem system, IReadOnlyList<SignalPair> pairs) in chosen)
        {
            all[system] = pairs;
        }

        return new(all);
    }

    private static Dictionary<GnssSystem, IReadOnlyList<SignalPair>> All(bool dual)
    {
        return new()
        {
            [GnssSystem.Gps] = List(["1WPYC+2WPY", "1CWPSLX+2LSXC", "1CWPSLX+5QXI"], "1CWPYSLXM", "2LSXWPYC", "5QXI"),
            [GnssSystem.Glonass] = List(["1P+2P", "1C+2C", "1CP+2PC", "4AXB+6AXB"], "1CP", "2CP", "4AXB"),
            [GnssSystem.Galileo] = List(["1CXB+5QXI", "1CXB+7QXI", "1CXB+8QXI"], "1CXBZA", "5QXI", "7QXI", "8QXI"),
            [GnssSystem.BeiDou] = List(["2IXQ+6IXQ", "2IXQ+7IXQ", "1PXD+5PXD", "1PXD+6IXQ"], "2IXQ", "1PXD", "6IXQ", "7IXQ", "5PXD"),
            [GnssSystem.Qzss] = List(["1CSLXE+2LSX", "1CSLXE+5QXI"], "1CSLXZE", "2LSX", "5QXI"),
            [GnssSystem.NavIc] = List(["9ABCX+5ABCX"], "5ABCX", "9ABCX"),
            [GnssSystem.Sbas] = List(["1C+5IXQ"], "1C"),
        };

        List<SignalPair> List(string[] pairs, params string[] single)
        {
            List<SignalPair> list = [];
            foreach (string pair in dual ? pairs : [])
            {
                string[] bands = pair.Split('+');
                foreach (char first in bands[0][1..])
                {
                    list.AddRange(bands[1][1..].Select(second => new SignalPair(new(bands[0][0], first), new SignalCode(bands[1][0], second))));
                }
            }

            list.AddRange(single.SelectMany(band => band[1..].Select(letter => new SignalPair(new SignalCode(band[0], letter)))));
            return list;
        }
    }
}
