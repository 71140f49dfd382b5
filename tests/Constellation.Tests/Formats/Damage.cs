namespace Constellation.Tests.Formats;

/// <summary>Damaged copies of a file, the same for the same seed.</summary>
internal static class Damage
{
    public static byte[] Some(byte[] clean, int seed)
    {
        Random random = new(seed);
        byte[] copy = [.. clean];
        for (int i = 0; i < 1 + (seed % 7); i++)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return (seed % 3) switch
        {
            0 => copy,
            1 => copy[..random.Next(copy.Length)],
            _ => [.. copy[..(copy.Length / 2)], .. copy[random.Next(copy.Length / 2)..]],
        };
    }
}
