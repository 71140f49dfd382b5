using SkiaSharp;

namespace Constellation.Viewer;

/// <summary>A small picture about the state: in the window over the globe, or alone as PNG or SVG. It keeps no state of its own but tables once read.</summary>
internal interface IPanel : IDisposable
{
    /// <summary>On the command line and in names of files: <c>sky</c>.</summary>
    string Name { get; }

    string Title { get; }

    /// <summary>Size it would like, px at scale 1.</summary>
    SKSize Size { get; }

    /// <summary>Null: it has something to show; else why not, for people (<c>pick a place first: double click</c>).</summary>
    string? Missing(PanelState state);

    /// <summary>Draws inside the area; ground, edge and title are there already.</summary>
    void Draw(Pen pen, PanelState state, SKRect area);

    /// <summary>What lies at a place (px) of a panel drawn in that area.</summary>
    PanelTarget? At(Pen pen, PanelState state, SKRect area, float x, float y);
}
