using Constellation.Geodesy;

namespace Constellation.Viewer;

/// <summary>When a satellite is a model and how large: true to scale when near, then no smaller than a symbol, from afar a marker.</summary>
internal static class ModelScale
{
    /// <summary>From here on the model gives way to the marker, km; at the second it is gone.</summary>
    private const double WholeTo = 300, NoneFrom = 500;

    /// <summary>Half the span of a model that would be smaller, px at scale 1.</summary>
    private const double LeastReach = 26;

    /// <summary>Half the span on the screen, px; 0: no model.</summary>
    public static double Reach(CameraView view, Position<Itrf> place, double reach, float scale)
    {
        Vector3d from = place - view.Eye;
        double distance = from.Norm;
        return distance >= NoneFrom * 1e3 || from.Dot(view.Forward) <= 0 ? 0 : Math.Max(view.FocalLength * reach / distance, LeastReach * scale * Presence(distance));
    }

    /// <summary>Opacity of the marker beside the model.</summary>
    public static float Marker(CameraView view, Position<Itrf> place) => 1 - (float)Presence((place - view.Eye).Norm);

    private static double Presence(double distance)
    {
        double share = Math.Clamp(((NoneFrom * 1e3) - distance) / ((NoneFrom - WholeTo) * 1e3), 0, 1);
        return share * share * (3 - (2 * share));
    }
}
