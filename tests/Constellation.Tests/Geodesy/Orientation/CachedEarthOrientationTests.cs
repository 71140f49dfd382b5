using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Tests.Geodesy;

public sealed class CachedEarthOrientationTests(ITestOutputHelper output)
{
    private static readonly IauEarthOrientation s_exact = new(EopTable.BuiltIn, subDaily: true, OutsideTable.Predicted);

    /// <summary>Tie to the exact form, 1975 to 2032: before, in and after the table. Allowance: the microarcsecond promised; the remainder of the polynomials is 1 % of it.</summary>
    [Fact]
    public void Equals_exact_form_within_a_microarcsecond()
    {
        CachedEarthOrientation cached = new(s_exact);
        double worst = 0, worstRate = 0;
        foreach (Epoch epoch in Draw(400))
        {
            EarthRotation a = s_exact.At(epoch), b = cached.At(epoch);
            worst = Math.Max(worst, ErfaVectors.Angle(a.GcrfToItrf, b.GcrfToItrf) / Angles.Microarcsecond);
            worstRate = Math.Max(worstRate, (a.AngularVelocityItrf - b.AngularVelocityItrf).Norm);
        }

        output.WriteLine($"greatest difference {worst:E1} microarcseconds, {worstRate:E1} rad/s");
        Assert.True(worst < 1, $"{worst} microarcseconds");
        Assert.True(worstRate < 1e-15, $"{worstRate} rad/s");       // 26 nm/s at 26,000 km
    }

    /// <summary>Row instants, leap second included: the polynomials of both sides meet, and no epoch falls between blocks.</summary>
    [Theory, InlineData("2016-12-31T23:59:59Z"), InlineData("2016-12-31T23:59:60Z"), InlineData("2017-01-01T00:00:00Z"), InlineData("1980-01-01T00:00:00Z"), InlineData("2020-06-25T00:00:00Z")]
    public void Equals_exact_form_at_row_instants(string text)
    {
        CachedEarthOrientation cached = new(s_exact);
        Epoch epoch = Epoch.Parse(text);
        Assert.True(ErfaVectors.Angle(s_exact.At(epoch).GcrfToItrf, cached.At(epoch).GcrfToItrf) < Angles.Microarcsecond);
    }

    [Fact]
    public void Same_bits_in_any_order_and_on_any_thread()
    {
        Epoch[] epochs = [.. Draw(60)];
        CachedEarthOrientation forward = new(s_exact), backward = new(s_exact), parallel = new(s_exact);
        EarthRotation[] a = [.. epochs.Select(forward.At)];
        EarthRotation[] b = [.. epochs.Reverse().Select(backward.At).Reverse()];
        EarthRotation[] c = new EarthRotation[epochs.Length];
        Parallel.For(0, epochs.Length, i => c[i] = parallel.At(epochs[i]));
        Assert.Equal(a, b);
        Assert.Equal(a, c);
    }

    [Fact]
    public void Weekly_and_single_row_tables_work()
    {
        EopRow[] weekly = [.. EopTable.BuiltIn.Rows.Skip(9000).Take(200).Where((_, i) => i % 7 == 0)];
        foreach (EopTable table in (EopTable[])[new(weekly, "weekly"), new([weekly[4]], "one row")])
        {
            IauEarthOrientation exact = new(table, outside: OutsideTable.Hold);
            CachedEarthOrientation cached = new(exact);
            for (int hour = -90; hour < 24 * 220; hour += 37)
            {
                Epoch epoch = weekly[0].Epoch + Duration.FromHours(hour);
                Assert.True(ErfaVectors.Angle(exact.At(epoch).GcrfToItrf, cached.At(epoch).GcrfToItrf) < Angles.Microarcsecond, $"{table.Name} hour {hour}");
            }
        }
    }

    [Fact]
    public void Days_outside_the_table_do_not_pile_up()
    {
        CachedEarthOrientation cached = new(new IauEarthOrientation(EopTable.BuiltIn, subDaily: false, OutsideTable.Hold));
        Epoch first = EopTable.BuiltIn.Last + Duration.FromHours(12);
        EarthRotation once = cached.At(first);
        for (int day = 1; day <= CachedEarthOrientation.MostOutside; day++)
        {
            _ = cached.At(first + Duration.FromDays(day));
        }

        Assert.InRange(cached.HeldOutside, 1, CachedEarthOrientation.MostOutside);
        Assert.Equal(once, cached.At(first));
    }

    [Fact]
    public void Refuses_where_its_table_refuses()
    {
        CachedEarthOrientation cached = new(new IauEarthOrientation(EopTable.BuiltIn));
        Assert.Throws<InputException>(() => cached.At(Epoch.Parse("1979-12-31T23:59:59Z")));
        Assert.Throws<InputException>(() => cached.At(EopTable.BuiltIn.Last + Duration.FromSeconds(1)));
        _ = cached.At(EopTable.BuiltIn.Last);
    }

    /// <summary>Fixed scatter of epochs over 57 years, at no round time.</summary>
    private static IEnumerable<Epoch> Draw(int count)
    {
        RandomDraws draws = new(5, 0, default, default);
        for (int i = 0; i < count; i++)
        {
            yield return Epoch.J2000 + Duration.FromSeconds(-25.0 * 31_557_600 + (draws.UniformAt((ulong)i) * 57 * 31_557_600));
        }
    }
}
