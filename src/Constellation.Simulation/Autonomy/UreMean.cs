namespace Constellation.Simulation;

/// <summary>Root mean squares of splits; turn and common time are those of the last one.</summary>
internal sealed class UreMean
{
    private double _total, _internal, _rotation, _time, _orbit, _clock, _inertial;
    private int _count;
    private UreSplit _last;

    public void Add(UreSplit split, double inertial = 0)
    {
        (_total, _internal, _rotation) = (_total + (split.Total * split.Total), _internal + (split.Internal * split.Internal), _rotation + (split.Rotation * split.Rotation));
        (_time, _orbit, _clock) = (_time + (split.Time * split.Time), _orbit + (split.Orbit * split.Orbit), _clock + (split.Clock * split.Clock));
        (_inertial, _last, _count) = (_inertial + (inertial * inertial), split, _count + 1);
    }

    public double Inertial => Root(_inertial);

    public UreSplit Value => new(Root(_total), Root(_internal), Root(_rotation), Root(_time), Root(_orbit), Root(_clock), _last.Turn, _last.CommonTime);

    private double Root(double sum) => _count == 0 ? double.NaN : Math.Sqrt(sum / _count);
}
