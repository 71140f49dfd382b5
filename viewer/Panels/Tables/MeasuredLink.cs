using Constellation.Time;

namespace Constellation.Viewer;

/// <summary>A link in the slot that begins at an epoch; nodes are satellite ids or names of stations.</summary>
internal readonly record struct MeasuredLink(Epoch Slot, string A, string B)
{
    public bool Has(string node) => A == node || B == node;

    public string Other(string node) => A == node ? B : A;
}
