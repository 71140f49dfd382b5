using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>Places names beside points so that they cover neither each other nor markers nor panels. A name without a free place is left out.</summary>
internal sealed class LabelLayout(int width, int height)
{
    private static readonly (float X, float Y)[] s_directions =
        [(1, 0), (-1, 0), (0.75f, -0.8f), (0.75f, 0.8f), (-0.75f, -0.8f), (-0.75f, 0.8f), (0, -1), (0, 1)];

    private readonly List<SKRect> _taken = [];

    /// <summary>Keeps an area free.</summary>
    public void Block(SKRect area) => _taken.Add(area);

    /// <summary>Takes an area, where it is free.</summary>
    public bool TryTake(SKRect area)
    {
        bool free = !_taken.Exists(t => t.IntersectsWith(area));
        if (free)
        {
            _taken.Add(area);
        }

        return free;
    }

    /// <summary>The place of a text of a size (px) beside a point, taken from now on; null where there is none.</summary>
    /// <param name="x">The point, px.</param>
    /// <param name="y">Downward.</param>
    /// <param name="size">Of the text.</param>
    /// <param name="gap">Between point and text; tried up to three times as far.</param>
    public SKRect? Place(float x, float y, SKSize size, float gap)
    {
        for (int ring = 0; ring < 3; ring++)
        {
            float away = gap * (1 + ring);
            foreach ((float dx, float dy) in s_directions)
            {
                float centreX = x + (dx * (away + (0.5f * size.Width))), centreY = y + (dy * (away + (0.5f * size.Height)));
                centreX = dx == 0 ? x : centreX;
                SKRect area = SKRect.Create(centreX - (0.5f * size.Width), centreY - (0.5f * size.Height), size.Width, size.Height);
                if (area.Left >= 2 && area.Top >= 2 && area.Right <= width - 2 && area.Bottom <= height - 2 && !_taken.Exists(t => t.IntersectsWith(area)))
                {
                    _taken.Add(area);
                    return area;
                }
            }
        }

        return null;
    }
}
