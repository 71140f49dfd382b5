using System.Security.Cryptography;
using System.Text.Json;

namespace Constellation.Simulation;

/// <summary>What a shard's file must be: written before it, so that no shard is without, and the same bytes whoever ran it.</summary>
/// <param name="Shard">Index.</param>
/// <param name="Id">Hash of what is run in it.</param>
/// <param name="Sha256">Of the shard's file.</param>
/// <param name="Rows">In it.</param>
/// <param name="Runs">Done, failed ones included.</param>
/// <param name="Failures">Runs that did not come to an end.</param>
public sealed record ShardSeal(int Shard, string Id, string Sha256, long Rows, int Runs, IReadOnlyList<BatchFailure> Failures)
{
    /// <summary>SHA-256 of all the rest: a failure that is taken out by hand is noticed.</summary>
    public string Check { get; init; } = "";

    /// <summary>Whether nothing in it was changed.</summary>
    internal bool IsWhole => Check == CheckOf(this);

    internal ShardSeal Closed() => this with { Check = CheckOf(this) };

    private static string CheckOf(ShardSeal seal) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(seal with { Check = "" }, BatchFolder.Json)));
}
