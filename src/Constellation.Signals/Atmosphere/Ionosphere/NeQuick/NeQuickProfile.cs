namespace Constellation.Signals;

/// <summary>The electrons over one place in NeQuick-G: three Epstein layers below the peak of the F2 layer, one with growing thickness above it.</summary>
/// <remarks>[Galileo-Iono] 2.5.5, 2.5.6. Heights and thicknesses in km, densities and amplitudes in 10^11 m^-3, frequencies in MHz, as there.</remarks>
internal struct NeQuickProfile
{
    private const double HeightE = 120.0, BottomE = 5.0;
    private readonly NeQuickSky _sky;
    private readonly double _frequencyE, _frequencyF2, _densityF2, _heightF2, _heightF1, _bottomF2, _topF2, _topF1, _bottomF1, _topE;
    private double _amplitudeF1, _amplitudeE;
    private bool _hasAmplitudes;

    /// <param name="sky">Maps of the time.</param>
    /// <param name="x">Direction of the place from the centre of the Earth: unit vector.</param>
    /// <param name="y">Likewise.</param>
    /// <param name="z">Likewise.</param>
    public NeQuickProfile(NeQuickSky sky, double x, double y, double z)
    {
        _sky = sky;
        double cosLatitude = Math.Sqrt((x * x) + (y * y));
        (double sinLongitude, double cosLongitude) = cosLatitude > 0 ? (y / cosLatitude, x / cosLatitude) : (0.0, 1.0);
        double latitudeDeg = double.RadiansToDegrees(Math.Atan2(z, cosLatitude));
        double dip = NeQuickTables.ModifiedDip(latitudeDeg, double.RadiansToDegrees(Math.Atan2(sinLongitude, cosLongitude)));
        (_frequencyF2, double factor) = sky.Maps(Math.Sin(double.DegreesToRadians(dip)), cosLatitude, sinLongitude, cosLongitude);
        _frequencyE = FrequencyE(sky, latitudeDeg, z, cosLatitude, (cosLongitude * sky.CosHour) - (sinLongitude * sky.SinHour));

        _densityF2 = Density(_frequencyF2);
        _heightF2 = HeightF2(factor, _frequencyF2, _frequencyE);
        _heightF1 = (HeightE + _heightF2) / 2.0;

        // eqs. 84 to 88: thickness below F2 by the gradient of Mosert de Gonzalez and Radicella.
        double gradient = 0.01 * Math.Exp(-3.467 + (0.857 * Math.Log(_frequencyF2 * _frequencyF2)) + (2.02 * Math.Log(factor)));
        _bottomF2 = 0.385 * _densityF2 / gradient;
        _topF1 = 0.3 * (_heightF2 - _heightF1);
        _bottomF1 = 0.5 * (_heightF1 - HeightE);
        _topE = Math.Max(_bottomF1, 7.0);
        _topF2 = TopF2();
    }

    /// <summary>Height of the F2 peak, km.</summary>
    public readonly double PeakHeight => _heightF2;

    /// <summary>Thickness of the topside, km.</summary>
    public readonly double TopThickness => _topF2;

    /// <summary>Critical frequency of the E layer, MHz.</summary>
    public readonly double CriticalFrequencyE => _frequencyE;

    /// <summary>Electrons at a height (km), 10^11 m^-3.</summary>
    public double At(double height) => height > _heightF2 ? Top(height) : Bottom(height);

    /// <summary>eqs. 121 to 128.</summary>
    private readonly double Top(double height)
    {
        const double g = 0.125, r = 100.0;
        double above = height - _heightF2, rise = g * above;
        double e = Clipped(above / (_topF2 * (1.0 + (r * rise / ((r * _topF2) + rise)))));
        return 4.0 * _densityF2 * (e > 1e11 ? 1.0 / e : e / ((1.0 + e) * (1.0 + e)));
    }

    /// <summary>eqs. 109 to 120.</summary>
    private double Bottom(double height)
    {
        if (!_hasAmplitudes)
        {
            (_amplitudeE, _amplitudeF1) = Amplitudes();
            _hasAmplitudes = true;
        }

        double h = Math.Max(height, 100.0);
        double fade = Math.Exp(10.0 / (1.0 + Math.Abs(h - _heightF2)));
        double thicknessF1 = height > _heightF1 ? _topF1 : _bottomF1, thicknessE = height > HeightE ? _topE : BottomE;
        (double f2, double slopeF2) = Layer(4.0 * _densityF2, (h - _heightF2) / _bottomF2, _bottomF2);
        (double f1, double slopeF1) = Layer(_amplitudeF1, (h - _heightF1) / thicknessF1 * fade, thicknessF1);
        (double e, double slopeE) = Layer(_amplitudeE, (h - HeightE) / thicknessE * fade, thicknessE);
        double sum = f2 + f1 + e;
        if (height >= 100.0)
        {
            return sum;
        }

        double slope = ((f2 * slopeF2) + (f1 * slopeF1) + (e * slopeE)) / sum;
        double z = (height - 100.0) / 10.0;
        return sum * Clipped(1.0 - (((1.0 - (10.0 * slope)) * z) + Clipped(-z)));
    }

    private static (double Density, double Slope) Layer(double amplitude, double argument, double thickness)
    {
        if (Math.Abs(argument) > 25.0)
        {
            return (0.0, 0.0);
        }

        double e = Math.Exp(argument);
        return (amplitude * e / ((1.0 + e) * (1.0 + e)), (1.0 - e) / (1.0 + e) / thickness);
    }

    /// <summary>eqs. 30 to 36 (zenith angle of the Sun and foE).</summary>
    private static double FrequencyE(NeQuickSky sky, double latitudeDeg, double sinLatitude, double cosLatitude, double cosHour)
    {
        double zenith = double.RadiansToDegrees(Math.Acos(Math.Clamp((sinLatitude * sky.SinDeclination) + (cosLatitude * sky.CosDeclination * cosHour), -1.0, 1.0)));
        double effective = Join(90.0 - (0.24 * Clipped(20.0 - (0.20 * zenith))), zenith, 12.0, zenith - 86.23292796211615);
        double latitude = 0.0;
        if (sky.Season != 0.0)
        {
            double e = Clipped(0.3 * latitudeDeg);
            latitude = sky.Season * (e - 1.0) / (e + 1.0);
        }

        double frequency = (1.112 - (0.019 * latitude)) * sky.IonisationRoot * Math.Pow(Math.Cos(double.DegreesToRadians(effective)), 0.3);
        return Math.Sqrt((frequency * frequency) + 0.49);
    }

    /// <summary>eqs. 79 to 82: Dudeney's formula.</summary>
    private static double HeightF2(double factor, double frequencyF2, double frequencyE)
    {
        double ratio = frequencyF2 / frequencyE;
        ratio = Join(ratio, 1.75, 20.0, ratio - 1.75);
        double m2 = factor * factor, delta = (0.253 / (ratio - 1.215)) - 0.012;
        return (1490.0 * factor * Math.Sqrt(((0.0196 * m2) + 1.0) / ((1.2967 * m2) - 1.0)) / (factor + delta)) - 176.0;
    }

    /// <summary>eqs. 99 to 105: shape factor and thickness of the topside.</summary>
    private readonly double TopF2()
    {
        double ratio = _heightF2 / _bottomF2;
        double k = _sky.Month is > 3 and < 10
            ? 6.705 - (0.014 * _sky.SunSpots) - (0.008 * _heightF2)
            : -7.77 + (0.097 * ratio * ratio) + (0.153 * _densityF2);
        k = Join(k, 2.0, 1.0, k - 2.0);
        k = Join(8.0, k, 1.0, k - 8.0);
        double top = k * _bottomF2, x = (top - 150.0) / 100.0;
        return top / ((((0.041163 * x) - 0.183981) * x) + 1.424472);
    }

    /// <summary>eqs. 37, 90 to 98: amplitudes of the E and the F1 layer. The F1 layer is there by day only.</summary>
    private readonly (double E, double F1) Amplitudes()
    {
        double frequencyF1 = Join(1.4 * _frequencyE, 0.0, 1000.0, _frequencyE - 2.0);
        frequencyF1 = Join(0.0, frequencyF1, 1000.0, _frequencyE - frequencyF1);
        frequencyF1 = Join(frequencyF1, 0.85 * frequencyF1, 60.0, (0.85 * _frequencyF2) - frequencyF1);

        double aboveE = (4.0 * Density(_frequencyE)) - (4.0 * Epstein(4.0 * _densityF2, (HeightE - _heightF2) / _bottomF2));
        double f1 = 0.0, e = aboveE;
        if (frequencyF1 >= 0.5)
        {
            double density = Density(frequencyF1);
            double aboveF1 = (4.0 * density) - (4.0 * Epstein(4.0 * _densityF2, (_heightF1 - _heightF2) / _bottomF2));
            double toF1 = EpsteinWeight((_heightF1 - HeightE) / _topE), toE = EpsteinWeight((HeightE - _heightF1) / _bottomF1);
            e = 4.0 * Density(_frequencyE);
            for (int i = 0; i < 5; i++)
            {
                f1 = aboveF1 - (4.0 * e * toF1);
                f1 = Join(f1, 0.8 * density, 1.0, f1 - (0.8 * density));
                e = aboveE - (4.0 * f1 * toE);
            }
        }

        return (Join(e, 0.05, 60.0, e - 0.005), f1);
    }

    private static double Density(double frequency) => 0.124 * frequency * frequency;

    private static double Epstein(double amplitude, double argument) => amplitude * EpsteinWeight(argument);

    private static double EpsteinWeight(double argument)
    {
        double e = Clipped(argument);
        return e / ((1.0 + e) * (1.0 + e));
    }

    /// <summary>F.2.12.1: a soft switch between two functions.</summary>
    private static double Join(double first, double second, double alpha, double x)
    {
        double e = Clipped(alpha * x);
        return ((first * e) + second) / (e + 1.0);
    }

    /// <summary>F.2.12.2: exp within +-80.</summary>
    private static double Clipped(double power) => power > 80.0 ? 5.5406e34 : power < -80.0 ? 1.8049e-35 : Math.Exp(power);
}
