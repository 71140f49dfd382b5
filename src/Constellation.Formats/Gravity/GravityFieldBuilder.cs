using System.Globalization;
using Constellation.Core;
using Constellation.Orbits;
using Constellation.Time;

namespace Constellation.Formats;

/// <summary>Gathers what a gravity file says, with the checks that both layouts share.</summary>
internal sealed class GravityFieldBuilder(DiagnosticBag bag, int greatestDegree)
{
    private const double BareGm = 3.986004415e14, BareRadius = 6378136.3;

    private readonly Dictionary<(int, int), (double C, double S)> _pairs = [];
    private readonly Dictionary<(int, int), Epoch> _origins = [];
    private readonly List<CoefficientRate> _rates = [];
    private string _name = Path.GetFileName(bag.File);
    private double _gm, _radius;
    private TideSystem? _tides;
    private int _degree;

    public void BareTable() => (_gm, _radius, _tides) = (BareGm, BareRadius, TideSystem.TideFree);

    /// <summary>A line of the head: what is not about the field is passed over.</summary>
    public void Head(string key, string value, int line, int column)
    {
        switch (key)
        {
            case "modelname" when value.Length > 0:
                _name = value;
                break;
            case "earth_gravity_constant" or "gravity_constant":
                _gm = Positive(value, line, column, "the gravity constant", 1e10, 1e20);
                break;
            case "radius":
                _radius = Positive(value, line, column, "the radius", 1e5, 1e9);
                break;
            case "norm" when value is not ("fully_normalized" or ""):
                bag.Error("CN3361", line, column, $"coefficients are '{value}'", "give a file of fully normalized coefficients");
                break;
            case "format" when value is not ("icgem1.0" or ""):
                bag.Error("CN3362", line, column, $"the format '{value}', whose rates hold for intervals of time, is not read", "give a file of format icgem1.0, or cut the intervals");
                break;
            case "tide_system":
                Tides(value, line, column);
                break;
        }
    }

    /// <summary>A line after the head.</summary>
    public void Row(string key, WordReader words, int line)
    {
        if (key is not ("gfc" or "gfct" or "trnd" or "dot" or "acos" or "asin"))
        {
            if (!key.StartsWith('#'))
            {
                bag.Error("CN3363", line, 1, $"'{key}' is no kind of row of a gravity field", "known: gfc, gfct, trnd, dot, acos, asin");
            }

            return;
        }

        int n = Whole(ref words, line, "the degree"), m = Whole(ref words, line, "the order");
        double c = Number(ref words, line, "C"), s = Number(ref words, line, "S");
        if (n < 0 || m < 0 || double.IsNaN(c) || double.IsNaN(s))
        {
            return;
        }

        if (m > n || Math.Abs(c) > 10 || Math.Abs(s) > 10)
        {
            bag.Error("CN3364", line, 0, string.Create(CultureInfo.InvariantCulture, $"degree {n}, order {m} with C {c}, S {s} is no fully normalised coefficient"), "orders go up to the degree; coefficients of an Earth are below 1");
            return;
        }

        if (n is < 2 || n > greatestDegree)
        {
            return;
        }

        switch (key)
        {
            case "gfc":
                Take(n, m, c, s, line);
                break;
            case "gfct":
                Take(n, m, c, s, line);
                Skip(ref words, 2);
                Origin(n, m, ref words, line);
                break;
            case "trnd" or "dot":
                Rate(n, m, 0, c, s, 0, 0, line);
                break;
            default:
                Skip(ref words, 2);
                double period = Number(ref words, line, "the period");
                if (!(period is > 0 and < 1000))
                {
                    bag.Error("CN3365", line, words.Column, "the period is not a number of years above 0", "mend the line");
                    return;
                }

                (double cosC, double cosS, double sinC, double sinS) = key == "acos" ? (c, s, 0, 0) : (0.0, 0.0, c, s);
                Rate(n, m, period, cosC, cosS, sinC, sinS, line);
                break;
        }
    }

    public ReadResult<GravityField> Result()
    {
        if (bag.HasErrors)
        {
            return new(null, bag.Diagnostics);
        }

        if (_gm == 0 || _radius == 0)
        {
            bag.Error("CN3366", 0, 0, $"the head does not say the {(_gm == 0 ? "gravity constant" : "radius")}", "add earth_gravity_constant and radius");
        }

        if (_tides is null)
        {
            bag.Warning("CN3367", 0, 0, "the head does not say the tide system: taken as tide-free", "add tide_system");
        }

        int missing = Enumerable.Range(2, Math.Max(0, _degree - 1)).Sum(n => Enumerable.Range(0, n + 1).Count(m => !_pairs.ContainsKey((n, m))));
        if (_degree < 2)
        {
            bag.Error("CN3368", 0, 0, "there is no coefficient of degree 2 or more", "fetch the file again: it may be cut");
        }
        else if (missing > 0)
        {
            (int n, int m) = Enumerable.Range(2, _degree - 1).SelectMany(n => Enumerable.Range(0, n + 1).Select(m => (n, m))).First(k => !_pairs.ContainsKey(k));
            bag.Error("CN3368", 0, 0, $"{missing} coefficients below degree {_degree} are missing, the first of degree {n}, order {m}", "fetch the file again: it may be cut");
        }

        return bag.HasErrors ? new(null, bag.Diagnostics) : bag.Result(Build());
    }

    private GravityField Build()
    {
        double[] c = new double[GravityField.Index(_degree + 1, 0)], s = new double[c.Length];
        foreach (((int n, int m), (double cnm, double snm)) in _pairs)
        {
            (c[GravityField.Index(n, m)], s[GravityField.Index(n, m)]) = (cnm, snm);
        }

        return new GravityField(_name, _gm, _radius, _tides ?? TideSystem.TideFree, c, s, _rates);
    }

    private void Take(int n, int m, double c, double s, int line)
    {
        if (!_pairs.TryAdd((n, m), (c, s)))
        {
            bag.Error("CN3369", line, 0, $"degree {n}, order {m} stands twice", "leave one of them out");
            return;
        }

        _degree = Math.Max(_degree, n);
    }

    /// <summary>The day to which the rates of a coefficient refer, yyyymmdd, at 0 h TT.</summary>
    private void Origin(int n, int m, ref WordReader words, int line)
    {
        string text = FixedField.Text(words.Next());
        if (text.Length >= 8 && DateTime.TryParseExact(text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) && day.Year is >= 1900 and < 2200)
        {
            _origins[(n, m)] = Epoch.FromCalendar(day.Year, day.Month, day.Day, 0, 0, Duration.Zero, TimeScale.Tt);
            return;
        }

        bag.Error("CN3370", line, words.Column, $"'{text}' is not a day written as yyyymmdd", "a row gfct ends with the day to which its trend refers");
    }

    private void Rate(int n, int m, double period, double c, double s, double sineC, double sineS, int line)
    {
        if (_origins.TryGetValue((n, m), out Epoch from))
        {
            _rates.Add(new CoefficientRate(n, m, from, period, c, s, sineC, sineS));
            return;
        }

        bag.Error("CN3371", line, 0, $"a change of degree {n}, order {m} stands before its row gfct", "put the row gfct of a coefficient before its changes");
    }

    private void Tides(string value, int line, int column)
    {
        switch (value)
        {
            case "tide_free":
                _tides = TideSystem.TideFree;
                break;
            case "zero_tide":
                _tides = TideSystem.ZeroTide;
                break;
            case "unknown" or "":
                break;
            default:
                bag.Error("CN3367", line, column, $"the tide system '{value}' is not read", "known: tide_free, zero_tide");
                break;
        }
    }

    private double Positive(string value, int line, int column, string what, double least, double most)
    {
        if (FixedField.TryDouble(System.Text.Encoding.Latin1.GetBytes(value), out double number) && number > least && number < most)
        {
            return number;
        }

        bag.Error("CN3366", line, column, $"{what} '{value}' is not a number of metres and seconds", "mend the head");
        return double.NaN;
    }

    private double Number(ref WordReader words, int line, string what)
    {
        ReadOnlySpan<byte> word = words.Next();
        if (FixedField.TryDouble(word, out double value))
        {
            return value;
        }

        Bad(word, line, words.Column, what);
        return double.NaN;
    }

    private int Whole(ref WordReader words, int line, string what)
    {
        ReadOnlySpan<byte> word = words.Next();
        if (FixedField.TryInteger(word, out int value) && value >= 0)
        {
            return value;
        }

        Bad(word, line, words.Column, what);
        return -1;
    }

    private void Bad(ReadOnlySpan<byte> word, int line, int column, string what)
    {
        string text = FixedField.Text(word);
        bag.Error("CN3365", line, column, text.Length == 0 ? $"{what} is missing" : $"{what} '{text}' is not a number", "mend the line, or fetch the file again");
    }

    private static void Skip(ref WordReader words, int count)
    {
        for (int i = 0; i < count; i++)
        {
            words.Next();
        }
    }
}
