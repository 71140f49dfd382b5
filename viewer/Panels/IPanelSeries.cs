using Constellation.Formats;

namespace Constellation.Viewer;

/// <summary>A panel whose content is also a table: asked for only where nothing is missing.</summary>
internal interface IPanelSeries
{
    /// <summary>Columns of the table.</summary>
    TableColumn[] Columns { get; }

    /// <summary>The numbers behind the picture.</summary>
    void Write(PanelState state, TableWriter rows);
}
