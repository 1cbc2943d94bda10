using System.Security.Cryptography;
using AraWeb.Engine.Registry;

namespace AraWeb.Tests.Engine.Registry;

public sealed class SigningKeyTests
{
    private static readonly byte[] Hash = SHA256.HashData("what is signed"u8);

    [Fact]
    public void Sign_Hash_IsVerifiedByThePublicHalfAlone()
    {
        using var key = SigningKey.Create();
        using var other = SigningKey.Create();
        using var publicKey = new PublicKey(key.PublicKey.Span);
        using var otherPublic = new PublicKey(other.PublicKey.Span);
        var signature = key.Sign(Hash);

        Assert.True(publicKey.Verifies(Hash, signature));
        Assert.False(otherPublic.Verifies(Hash, signature));
        Assert.Equal(key.Id, publicKey.Id);
        Assert.NotEqual(key.Id, other.Id, StringComparer.Ordinal);
    }

    [Fact]
    public void Verifies_AnyFlippedBit_IsFalse()
    {
        using var key = SigningKey.Create();
        using var publicKey = new PublicKey(key.PublicKey.Span);
        var signature = key.Sign(Hash);
        for (var bit = 0; bit < 8 * signature.Length; bit++)
        {
            var flipped = signature.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(publicKey.Verifies(Hash, flipped), $"bit {bit}");
        }

        Assert.False(publicKey.Verifies(Hash, []));
    }

    [Fact]
    public void FromPem_OfToPem_IsTheSameKey()
    {
        using var key = SigningKey.Create();
        using var read = SigningKey.FromPem(key.ToPem());
        using var publicKey = new PublicKey(key.PublicKey.Span);

        Assert.Equal(key.Id, read.Id);
        Assert.True(publicKey.Verifies(Hash, read.Sign(Hash)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    [InlineData("nothing like a key")]
    public void FromPem_NoKey_Throws(string pem) => Assert.Throws<CryptographicException>(() => SigningKey.FromPem(pem));

    [Fact]
    public void FromPem_PublicHalfOrOtherCurve_Throws()
    {
        using var key = SigningKey.Create();
        Assert.Throws<CryptographicException>(() => SigningKey.FromPem(PublicKey.PemOf(key.PublicKey.Span)));

        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<CryptographicException>(() => SigningKey.FromPem(wide.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<CryptographicException>(() => new PublicKey(wide.ExportSubjectPublicKeyInfo()));
    }

    // openssl 3.0: "openssl ecparam -name prime256v1 -genkey", then "pkey -pubout -outform DER | sha256sum" and "dgst -sha256 -sign" over "what is signed".
    [Fact]
    public void Verifies_SignatureOfOpenssl_IsTrue()
    {
        const string encoded = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAENqBnpnZOGjt1z4Qo5sI+K9fMZ/u6HMb5GO+5CD0rAJRJNtwqmr7RAJefGQOhmRjVo0PSzaA9wC/qI+6ClO9HZg==";
        const string signature = "MEQCIH4gNKz16OVmLVbYwVUt5do3f69dY82fMQMt8A5pqVlqAiBOFZrVJrN9fr09eKMr4m6Kgz9lh53Y+BPZyUAXh4mzNw==";
        using var key = new PublicKey(Convert.FromBase64String(encoded));

        Assert.Equal("3af912d1d49f7fcc", key.Id);
        Assert.True(key.Verifies(Hash, Convert.FromBase64String(signature)));
    }
}
