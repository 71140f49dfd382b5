namespace Constellation.Tests.Viewer.Panels;

/// <summary>Tests of panels: one after the other, on one run.</summary>
[CollectionDefinition(Name)]
public sealed class OneRun : ICollectionFixture<PanelRun>
{
    public const string Name = "panels";
}
