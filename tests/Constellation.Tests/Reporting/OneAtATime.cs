namespace Constellation.Tests.Reporting;

/// <summary>Tests of figures and pages: one after the other, on one shared run.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime : ICollectionFixture<SharedRun>
{
    public const string Name = "reporting";
}
