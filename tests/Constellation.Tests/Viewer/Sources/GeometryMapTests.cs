using Constellation.Core;
using Constellation.Geodesy;
using Constellation.Viewer;

namespace Constellation.Tests.Viewer.Sources;

/// <summary>Maps of a scene without a run, against sums made here.</summary>
public sealed class GeometryMapTests
{
    private static readonly ISceneSource s_source = SceneSources.Open(["constellation/beidou-3"]);

    [Fact]
    public void Counts_satellites_above_five_degrees()
    {
        GlobeScene scene = s_source.At(s_source.Grid[3], SceneRequest.Of(MapKind.Visible));
        HeatMap map = scene.Map!;
        Assert.Equal((72, 144), (map.Rows, map.Columns));
        foreach ((int row, int column) in Cells(map))
        {
            Assert.Equal(Seen(scene, map, row, column).Count, map[row, column]);
        }
    }

    [Fact]
    public void Dilution_is_the_root_of_the_trace_of_the_inverse_normal_matrix()
    {
        GlobeScene scene = s_source.At(s_source.Grid[3], SceneRequest.Of(MapKind.Pdop));
        HeatMap map = scene.Map!;
        int solved = 0;
        foreach ((int row, int column) in Cells(map))
        {
            List<Vector3d> seen = Seen(scene, map, row, column);
            if (seen.Count >= 4)
            {
                solved++;
                Check.Within(Tolerance.Of(1e-9 * map[row, column], "", "rounding in a matrix of condition below 1e4"), Pdop(seen), map[row, column], $"cell {row}, {column}");
            }
        }

        Assert.True(solved > 100);
    }

    [Theory, InlineData(MapKind.Hpe95), InlineData(MapKind.Vpe95), InlineData(MapKind.Availability)]
    public void Maps_of_positions_need_a_run(MapKind kind)
    {
        InputException e = Assert.Throws<InputException>(() => s_source.At(null, SceneRequest.Of(kind)));
        Assert.Equal("CN5056", e.Diagnostics[0].Code);
    }

    [Fact]
    public void The_map_of_an_epoch_is_made_once()
    {
        HeatMap first = s_source.At(s_source.Grid[5], SceneRequest.Of(MapKind.Pdop)).Map!;
        Assert.Same(first, s_source.At(s_source.Grid[5], SceneRequest.Of(MapKind.Pdop)).Map);
        Assert.NotSame(first, s_source.At(s_source.Grid[6], SceneRequest.Of(MapKind.Pdop)).Map);
    }

    private static IEnumerable<(int Row, int Column)> Cells(HeatMap map) =>
        from row in Enumerable.Range(0, map.Rows / 5) from column in Enumerable.Range(0, map.Columns / 9) select (5 * row, 9 * column);

    /// <summary>Unit vectors from the centre of a cell to the satellites it sees.</summary>
    private static List<Vector3d> Seen(GlobeScene scene, HeatMap map, int row, int column)
    {
        double latitudeDeg = -90 + ((row + 0.5) * 180 / map.Rows), longitudeDeg = -180 + ((column + 0.5) * 360 / map.Columns);
        Position<Itrf> place = Ellipsoid.Wgs84.ToCartesian(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, 0));
        (double b, double l) = (double.DegreesToRadians(latitudeDeg), double.DegreesToRadians(longitudeDeg));
        Vector3d up = new(Math.Cos(b) * Math.Cos(l), Math.Cos(b) * Math.Sin(l), Math.Sin(b));
        return [.. scene.Satellites.Select(s => (s.Itrf - place).Unit()).Where(d => double.RadiansToDegrees(Math.Asin(d.Dot(up))) >= 5)];
    }

    /// <summary>By Gauss and Jordan on the four by four normal matrix.</summary>
    private static double Pdop(List<Vector3d> seen)
    {
        double[,] m = new double[4, 8];
        foreach (Vector3d d in seen)
        {
            double[] row = [d.X, d.Y, d.Z, 1];
            for (int i = 0; i < 16; i++)
            {
                m[i / 4, i % 4] += row[i / 4] * row[i % 4];
            }
        }

        for (int i = 0; i < 4; i++)
        {
            m[i, 4 + i] = 1;
        }

        for (int pivot = 0; pivot < 4; pivot++)
        {
            double scale = m[pivot, pivot];
            for (int k = 0; k < 8; k++)
            {
                m[pivot, k] /= scale;
            }

            for (int other = 0; other < 4; other++)
            {
                double factor = m[other, pivot];
                for (int k = 0; k < 8 && other != pivot; k++)
                {
                    m[other, k] -= factor * m[pivot, k];
                }
            }
        }

        return Math.Sqrt(m[0, 4] + m[1, 5] + m[2, 6]);
    }
}
