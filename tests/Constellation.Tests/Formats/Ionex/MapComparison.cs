using Constellation.Geodesy;
using Constellation.Signals;
using Constellation.Time;

namespace Constellation.Tests.Formats.Ionex;

/// <summary>A model of the ionosphere against maps: zenith rays at every fifth node, weighted by area.</summary>
internal static class MapComparison
{
    /// <summary>Root mean squares of the model's error and of the maps' content, TECU.</summary>
    public static (double Error, double Content) Rms(IonosphereMaps maps, IIonosphereModel model)
    {
        const double frequency = 1575.42e6;
        double error = 0, content = 0, weights = 0;
        for (int i = 0; i < maps.Epochs.Count; i += 2)
        {
            for (int row = 0; row < maps.Grid.Rows; row += 2)
            {
                for (int column = 0; column + 1 < maps.Grid.Columns; column += 2)
                {
                    GeodeticPoint place = GeodeticPoint.FromDegrees(maps.Grid.LatitudeDeg(row), maps.Grid.LongitudeDeg(column), 0);
                    Position<Itrf> satellite = Ellipsoid.Wgs84.ToCartesian(place with { Height = 20_200e3 });
                    double model1 = Ionosphere.Tec(model.At(new SignalRay(place, satellite, new(0, Math.PI / 2, 20_200e3), maps.Epochs[i]), frequency).Delay, frequency);
                    double map = maps.Content(i)[(row * maps.Grid.Columns) + column], weight = Math.Cos(place.Latitude);
                    error += weight * (model1 - map) * (model1 - map);
                    content += weight * map * map;
                    weights += weight;
                }
            }
        }

        return (Math.Sqrt(error / weights), Math.Sqrt(content / weights));
    }
}
