using Constellation.Core;

namespace Constellation.Tests.Core;

public class Philox4x32Tests
{
    /// <summary>Known-answer vectors of the Random123 distribution (file kat_vectors, philox 4x32 10 rounds).</summary>
    [Theory]
    [InlineData(0x0UL, 0x0UL, 0x0u, 0x0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffffffffffUL, 0xffffffffffffffffUL, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0a4093822UL, 0x85a308d3243f6a88UL, 0x13198a2eu, 0x03707344u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Matches_known_answers(ulong key, ulong counterLow, uint c2, uint c3, uint w0, uint w1, uint w2, uint w3) =>
        Assert.Equal((w0, w1, w2, w3), Philox4x32.Block(key, counterLow, c2, c3));
}
