using System.Security.Cryptography;
using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Tests.Engine.Ledger.Chain;

/// <summary>Holds the sealed bytes against a Python program (struct and hashlib) that was written from docs/ledger.md and not from the code.</summary>
public sealed class SealedFormTests
{
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);
    private static readonly byte[] Previous = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly RecordContent Content = new(
        Subject: null,
        [
            new("id", ContentValue.Of("AB\u00e9C")),
            new("n", ContentValue.Of(42L)),
            new("x", ContentValue.Of(0.1)),
            new("none", ContentValue.Of(double.NaN)),
            new("blob", ContentValue.Of([1, 2, 255])),
        ],
        ["bars", "q"],
        [Row(1, ContentValue.Of(-0.5)), Row(2, default)]);

    [Fact]
    public void Bytes_AllKindsOfValues_AreAsDocumented()
    {
        var bytes = new SealedForm().Bytes(Content, 7, RecordKind.Resolution, Moment, Previous);

        Assert.Equal(206, bytes.Length);
        Assert.Equal("a9b13be70bd4f08facaa6e6e23c66df0c4a9c97bfbe2fa206505912df9516b07", Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void Marks_FieldsColumnsAndRows_AreAsDocumented() => Assert.Equal(
        "4f7be9e12eb771db7c2d40546e340b9cf94515d1d7365663b36ebbae426162e951ce8b03", Convert.ToHexStringLower(new SealedForm().Marks(Content)));

    [Fact]
    public void HashOf_Head_IsAsDocumented() => Assert.Equal(
        "328553898c357ee2d71ee40ee7094f08671bb2575d462b73250c09af91404182", Convert.ToHexStringLower(LedgerHead.HashOf(7, Previous, Moment)));

    [Fact]
    public void Bytes_UsedAgain_StartAnew()
    {
        var form = new SealedForm();
        var first = form.Bytes(Content, 7, RecordKind.Resolution, Moment, Previous).ToArray();
        _ = form.Bytes(Content, 8, RecordKind.Key, Moment, Previous);

        Assert.Equal(first, form.Bytes(Content, 7, RecordKind.Resolution, Moment, Previous).ToArray());
    }

    [Fact]
    public void Of_ZeroWithASign_IsZero() =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(0.0), BitConverter.DoubleToInt64Bits((double)ContentValue.Of(-0.0).Unwrap()!));

    private static ContentRow Row(long bars, ContentValue value) => new(new LedgerSubject(1, "id", "S", "1d"), bars, [ContentValue.Of(bars), value]);
}
