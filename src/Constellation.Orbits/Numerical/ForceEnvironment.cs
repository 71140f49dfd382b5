using Constellation.Geodesy;
using Constellation.Time;

namespace Constellation.Orbits;

/// <summary>What forces depend on beside the state: Sun, Moon, Earth rotation and sunlight along one integration. One thread at a time; the tables behind are shared.</summary>
internal sealed class ForceEnvironment(Epoch origin, ForceModel model)
{
    private readonly double _origin = origin.SinceJ2000.TotalSeconds;
    private readonly bool _bodies = (model.Needs & (ForceNeeds.Sun | ForceNeeds.Moon)) != 0;
    private readonly bool _rotation = (model.Needs & ForceNeeds.EarthRotation) != 0;
    private readonly bool _sunlight = (model.Needs & ForceNeeds.Sunlight) == ForceNeeds.Sunlight;
    private long _day = long.MinValue;
    private BodyBlock? _bodyBlock;
    private RotationBlock? _rotationBlock;
    private double _knownSunlight = double.NaN;
    private SunlightSeries? _series;

    /// <summary>Whether a force reads the sunlight, so that steps must end at shadows.</summary>
    public bool HasShadows => _sunlight;

    /// <summary>Whether no shadow is near, or none matters.</summary>
    public bool IsFullSun => !_sunlight || (_series is null && !(_knownSunlight < 1));

    /// <summary>Changes whenever accelerations computed before are no longer those of the sunlight set now.</summary>
    public int SunlightVersion { get; private set; }

    /// <summary>From now on the visible fraction of the Sun is known: 1 between shadows, 0 in an umbra; NaN to have it computed at each place.</summary>
    public void SetSunlight(double fraction)
    {
        if (_series is not null || !_knownSunlight.Equals(fraction))
        {
            SunlightVersion++;
        }

        (_knownSunlight, _series) = (fraction, null);
    }

    /// <summary>From now on it is a known function of time.</summary>
    public void SetSunlight(SunlightSeries series)
    {
        SunlightVersion++;
        _series = series;
    }

    /// <summary>Writes what forces may read, at seconds since the origin.</summary>
    public ForceContext At(double secondsSinceOrigin, Vector3d position, Vector3d velocity)
    {
        double seconds = _origin + secondsSinceOrigin, x = Turn(seconds);
        Vector3d sun = default, moon = default;
        if (_bodyBlock is { } block)
        {
            (sun, moon) = block.At(x);
        }

        return new()
        {
            SecondsSinceJ2000 = seconds,
            Position = position,
            Velocity = velocity,
            Sun = sun,
            Moon = moon,
            GcrfToItrf = _rotationBlock is { } rotation ? rotation.At(x) : default,
            Sunlight = !_sunlight ? 0
                : _series is not null ? _series.At(secondsSinceOrigin)
                : double.IsNaN(_knownSunlight) ? Eclipse.VisibleFraction(position, sun, moon)
                : _knownSunlight,
        };
    }

    /// <summary>Sun and Moon alone; only where a force needs them.</summary>
    public (Vector3d Sun, Vector3d Moon) Bodies(double secondsSinceOrigin)
    {
        double x = Turn(_origin + secondsSinceOrigin);
        return _bodyBlock!.At(x);
    }

    /// <summary>Has the blocks of the day at hand; returns the place within it.</summary>
    private double Turn(double seconds)
    {
        long day = TableDay.Of(seconds);
        if (day != _day)
        {
            _bodyBlock = _bodies ? BodyBlock.Of(day) : null;
            _rotationBlock = _rotation ? RotationBlock.Of(model.Earth, day) : null;
            _day = day;
        }

        return TableDay.Within(day, seconds);
    }
}
