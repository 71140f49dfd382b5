using Constellation.Orbits;

namespace Constellation.Cli;

/// <summary><c>reproduce orbits</c>.</summary>
internal sealed class OrbitPage : ReproduciblePage
{
    public override string Name => "orbits";

    public override string Description => "fits and predictions of every SP3 file of the data folder";

    public override ReproducedPage Make(ReproduceRequest request)
    {
        OrbitValidation validation = new(request.Data, FitModel.Default, request.Threads, request.Cancel);
        string page = validation.Write();
        return new(page, validation.Met);
    }
}
