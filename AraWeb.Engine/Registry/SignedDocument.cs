using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AraWeb.Engine.Registry;

/// <summary>
/// A document with its signature in one file: a first line <c>ara-signed-1 KEY SIGNATURE</c> (id of the key, base64 of the DER signature over the SHA-256 of
/// all that follows the line feed), then the document. The signature is looked at before a byte of the document is.
/// </summary>
internal static class SignedDocument
{
    /// <summary>The first line is no longer: a mark, 16 digits and a signature of at most 72 bytes.</summary>
    private const int LongestLine = 160;

    private const string Mark = "ara-signed-1";
    private const string Advice = "Do not use it. Take the model from where it was made, or train it again.";

    /// <summary>Signs a document.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> document, SigningKey key)
    {
        var line = Encoding.ASCII.GetBytes($"{Mark} {key.Id} {Convert.ToBase64String(key.Sign(SHA256.HashData(document)))}\n");
        return [.. line, .. document];
    }

    /// <summary>Gives the document of a file whose signature is right.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="find">Gives the public key of an id where it is trusted.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <exception cref="ModelRefusedException">No signature, an unknown key, or not its signature.</exception>
    public static ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> bytes, Func<string, PublicKey?> find, string name)
    {
        var span = bytes.Span;
        var end = span[..Math.Min(span.Length, LongestLine)].IndexOf((byte)'\n');
        var parts = end < 0 ? [] : Encoding.ASCII.GetString(span[..end]).Split(' ');
        if (parts.Length != 3 || parts[0] != Mark || !Base64.IsValid(parts[2]))
        {
            throw new ModelRefusedException(ModelRefusal.Unsigned, $"{name} carries no signature.", Advice);
        }

        var key = find(parts[1]) ?? throw new ModelRefusedException(
            ModelRefusal.UnknownKey,
            $"{name} is signed by a key that is not trusted here.",
            "Import it with the public key of whoever made it, if you trust them.");
        var document = bytes[(end + 1)..];
        return key.Verifies(SHA256.HashData(document.Span), Convert.FromBase64String(parts[2]))
            ? document
            : throw new ModelRefusedException(ModelRefusal.BadSignature, $"{name} was changed after it was signed.", Advice);
    }
}
