using System.Globalization;
using Constellation.Links;
using Constellation.Simulation;

namespace Constellation.Cli;

/// <summary>Delays and hops of many routes, in a few lines for people.</summary>
internal sealed class RouteStatistics
{
    private readonly Dictionary<RouteKind, List<(double Delay, int Hops)>> _routes = [];
    private readonly Dictionary<RouteKind, int> _lost = [];
    private readonly List<double> _requests = [];

    public void Add(RouteKind kind, LinkRoute? route)
    {
        if (route is null)
        {
            _lost[kind] = _lost.GetValueOrDefault(kind) + 1;
            return;
        }

        if (!_routes.TryGetValue(kind, out List<(double, int)>? routes))
        {
            _routes.Add(kind, routes = []);
        }

        routes.Add((route.Delay, route.Hops));
    }

    /// <summary>There and back, beams turned on demand, s.</summary>
    public void AddRequest(double seconds) => _requests.Add(seconds);

    public void Report(TextWriter people, NetworkSettings network)
    {
        foreach (RouteKind kind in Enum.GetValues<RouteKind>())
        {
            int lost = _lost.GetValueOrDefault(kind);
            if (!_routes.TryGetValue(kind, out List<(double Delay, int Hops)>? routes))
            {
                if (lost > 0)
                {
                    people.WriteLine($"links: {Word(kind)}: none of {lost} arrived");
                }

                continue;
            }

            double[] delays = [.. routes.Select(r => r.Delay).Order()];
            string hops = string.Join(", ", routes.GroupBy(r => r.Hops).OrderBy(g => g.Key).Select(g => $"{g.Key}: {Number(100.0 * g.Count() / routes.Count, 1)} %"));
            people.WriteLine(
                $"links: {Word(kind)}: {routes.Count} arrived, {lost} not; delay mean {Number(delays.Average(), 2)} s, half within {Number(At(delays, 0.5), 2)}, 95 % within {Number(At(delays, 0.95), 2)}, longest {Number(delays[^1], 2)}; crosslinks {hops}");
        }

        if (_requests.Count > 0)
        {
            _requests.Sort();
            people.WriteLine(
                $"links: request of a user and its answer with beams turned on demand: {Number(_requests[0], 2)} to {Number(_requests[^1], 2)} s, mean {Number(_requests.Average(), 2)} (processing {network.Processing} s at each receiver; published 1.4 to 2.4 s)");
        }
    }

    private static string Word(RouteKind kind) => kind switch
    {
        RouteKind.Telemetry => "telemetry to the ground",
        RouteKind.Upload => "uploads",
        _ => "short messages of users",
    };

    private static double At(double[] sorted, double fraction) => sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(fraction * sorted.Length))];

    private static string Number(double value, int decimals) => value.ToString("F" + decimals, CultureInfo.InvariantCulture);
}
