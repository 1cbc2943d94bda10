namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>Reads the body of an answer up to a bound.</summary>
internal static class AnswerBody
{
    private const int FirstBuffer = 1 << 14;

    /// <summary>The body.</summary>
    /// <exception cref="BadAnswerException">It is longer than <paramref name="longest"/> bytes.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, int longest, string provider, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > longest)
        {
            throw TooLong(provider, longest);
        }

        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[(int)Math.Min(longest, Math.Max(content.Headers.ContentLength ?? 0, FirstBuffer)) + 1];
            var length = 0;
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return buffer.AsMemory(0, length);
                }

                length += read;
                if (length > longest)
                {
                    throw TooLong(provider, longest);
                }

                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, (int)Math.Min(longest + 1L, buffer.Length * 2L));
                }
            }
        }
    }

    private static BadAnswerException TooLong(string provider, int longest) =>
        new(provider, $"sent more than {longest} bytes, of which none was used", inner: null);
}
