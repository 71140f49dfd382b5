namespace Constellation.Simulation;

/// <summary>Takes the rows of a ledger in the order of the observations.</summary>
public interface ILedger
{
    void Add(in LedgerRow row);
}
