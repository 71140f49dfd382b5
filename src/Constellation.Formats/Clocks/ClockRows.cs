using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Gathers the rows of one clock of a table and lays them on an even grid.</summary>
internal sealed class ClockRows(bool timed)
{
    /// <summary>Share of an interval by which a time may be off the grid.</summary>
    private const double Jitter = 0.1;

    /// <summary>Share of the rows that may be off by more before the table is called uneven.</summary>
    private const double MostUneven = 0.01;

    /// <summary>A table with so many grid places for a row, and so many more, has a wrong interval rather than gaps.</summary>
    private const long PlacesPerRow = 50, MorePlaces = 1000;

    private readonly List<double> _times = [];
    private readonly List<double> _values = [];

    /// <summary>Values that were infinite; they are missing.</summary>
    public int NotFinite { get; private set; }

    public void Add(double time, double value)
    {
        if (timed)
        {
            _times.Add(time);
        }

        NotFinite += double.IsInfinity(value) ? 1 : 0;
        _values.Add(double.IsInfinity(value) ? double.NaN : value);
    }

    /// <summary>Values on the grid, or null with an error told.</summary>
    /// <param name="rate">Values per second, NaN if it was not given.</param>
    /// <param name="bag">Takes what is wrong or noticed.</param>
    public (double[] Values, Duration Interval)? ToGrid(double rate, DiagnosticBag bag)
    {
        if (!timed || _values.Count < 2)
        {
            return ([.. _values], Duration.FromSeconds(double.IsNaN(rate) ? 1 : 1 / rate));
        }

        Sort(bag);
        double interval = MedianStep();
        if (!double.IsNaN(rate) && Math.Abs((interval * rate) - 1) > 0.01)
        {
            bag.Error("CN3235", 0, 0, $"its times are {interval:G6} s apart, which is not a rate of {rate:G6} Hz", $"leave out --rate, or give {1 / interval:G6}");
            return null;
        }

        return Place(double.IsNaN(rate) ? interval : 1 / rate, bag);
    }

    private (double[] Values, Duration Interval)? Place(double interval, DiagnosticBag bag)
    {
        // Whole numbers of intervals from row to row: a rounded interval does not run away over a long table.
        int[] places = new int[_values.Count];
        long place = 0;
        int uneven = 0, repeated = 0;
        for (int i = 1; i < places.Length; i++)
        {
            double steps = (_times[i] - _times[i - 1]) / interval, whole = Math.Round(steps);
            uneven += Math.Abs(steps - whole) > Jitter ? 1 : 0;
            repeated += whole == 0 ? 1 : 0;
            place = whole > int.MaxValue - place ? int.MaxValue : place + (long)whole;
            places[i] = (int)place;
        }

        if (place >= ClockTableReader.MostRows || place > (PlacesPerRow * places.Length) + MorePlaces)
        {
            bag.Error("CN3236", 0, 0, $"from its first to its last time are {place} intervals of {interval:G6} s, but it has {places.Length} rows", "check the times; cut the table where it has a long gap");
            return null;
        }

        if (uneven > MostUneven * places.Length)
        {
            bag.Error("CN3236", 0, 0, $"{uneven} of {places.Length} times are not whole numbers of {interval:G6} s after the one before", "give a table with even times; gaps may be in it");
            return null;
        }

        Warn(bag, uneven > 0, "CN3237", $"{uneven} times between the grid of {interval:G6} s; the nearest place was taken");
        Warn(bag, repeated > 0, "CN3237", $"{repeated} rows repeat a time; the last row of each stays");
        double[] grid = new double[place + 1];
        Array.Fill(grid, double.NaN);
        for (int i = 0; i < places.Length; i++)
        {
            grid[places[i]] = _values[i];
        }

        double mean = place == 0 ? interval : (_times[^1] - _times[0]) / place;
        interval = Math.Abs((mean / interval) - 1) < 1e-3 ? mean : interval;
        return (grid, Duration.FromSeconds(double.Parse(interval.ToString("G12", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture)));
    }

    private void Sort(DiagnosticBag bag)
    {
        int backward = 0;
        for (int i = 1; i < _times.Count; i++)
        {
            backward += _times[i] < _times[i - 1] ? 1 : 0;
        }

        if (backward == 0)
        {
            return;
        }

        Warn(bag, true, "CN3237", $"{backward} times are before the one of the row above; the rows were sorted");
        int[] order = [.. Enumerable.Range(0, _times.Count).OrderBy(i => _times[i])];       // stable: repeats keep their order
        (double[] times, double[] values) = ([.. order.Select(i => _times[i])], [.. order.Select(i => _values[i])]);
        for (int i = 0; i < order.Length; i++)
        {
            (_times[i], _values[i]) = (times[i], values[i]);
        }
    }

    /// <summary>Median of the steps that are none of a repeated time, the lower of two, over the first hundred thousand.</summary>
    private double MedianStep()
    {
        List<double> steps = [];
        for (int i = 1; i < _times.Count && steps.Count < 100_000; i++)
        {
            if (_times[i] > _times[i - 1])
            {
                steps.Add(_times[i] - _times[i - 1]);
            }
        }

        steps.Sort();
        return steps.Count == 0 ? 1 : steps[(steps.Count - 1) / 2];
    }

    private static void Warn(DiagnosticBag bag, bool noticed, string code, string problem)
    {
        if (noticed)
        {
            bag.Warning(code, 0, 0, problem, "");
        }
    }
}
