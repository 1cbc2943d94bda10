using System.Buffers.Binary;
using AraWeb.Engine.Registry;

namespace AraWeb.Tests.Engine.Registry;

/// <summary>Files to import and ONNX files that must not get in; after each the registry is as empty as before.</summary>
public sealed class ImportAttackTests : IDisposable
{
    private readonly RegistrySample _source = new();
    private readonly RegistrySample _target = new();

    public void Dispose()
    {
        _source.Dispose();
        _target.Dispose();
    }

    [Fact]
    public void Import_EveryCut_IsRefused()
    {
        var bundle = Export();
        for (var length = 0; length < bundle.Length; length += 7)
        {
            Refuse(bundle[..length]);
        }
    }

    [Fact]
    public void Import_AnyByteChanged_IsRefused()
    {
        var bundle = Export();
        for (var at = 0; at < bundle.Length; at += 3)
        {
            var changed = (byte[])bundle.Clone();
            changed[at] ^= 1;
            Refuse(changed);
        }
    }

    [Fact]
    public void Import_MoreThanTheModel_IsRefused() => Assert.Equal(ModelRefusal.CutOff, Refuse([.. Export(), 0]));

    [Theory]
    [InlineData(10, 20_001, ModelRefusal.TooLarge)]
    [InlineData(10, -1, ModelRefusal.TooLarge)]
    [InlineData(14, 10_001, ModelRefusal.TooLarge)]
    [InlineData(14, 9_999, ModelRefusal.CutOff)]
    public void Import_FalseLength_IsRefused(int offset, int length, ModelRefusal expected)
    {
        var bundle = Export();
        BinaryPrimitives.WriteInt32LittleEndian(bundle.AsSpan(offset), length);
        Assert.Equal(expected, Refuse(bundle));
    }

    [Fact]
    public void Import_PlainModelFile_IsUnsigned() => Assert.Equal(ModelRefusal.Unsigned, Refuse(RegistrySample.File));

    [Fact]
    public void Register_OnnxWithDataElsewhere_IsRefused()
    {
        // ModelProto { graph { initializer { dims: 1, data_type: 1, external_data { key: "location", value: "../../etc/passwd" } } } }.
        byte[] entry = [0x0A, 8, .. "location"u8, 0x12, 16, .. "../../etc/passwd"u8];
        byte[] tensor = [0x08, 1, 0x10, 1, 0x6A, (byte)entry.Length, .. entry];
        Assert.Equal(ModelRefusal.ExternalData, RegisterOnnx(Wrap(7, Wrap(5, tensor))));

        // data_location = EXTERNAL alone; then in a node's attribute, in a sub-graph below it, in a function and in a training part.
        byte[] marked = [0x70, 1];
        var attribute = Wrap(5, marked);
        Assert.Equal(ModelRefusal.ExternalData, RegisterOnnx(Wrap(7, Wrap(5, marked))));
        Assert.Equal(ModelRefusal.ExternalData, RegisterOnnx(Wrap(7, Wrap(1, Wrap(5, attribute)))));
        Assert.Equal(ModelRefusal.ExternalData, RegisterOnnx(Wrap(7, Wrap(1, Wrap(5, Wrap(6, Wrap(5, marked)))))));
        Assert.Equal(ModelRefusal.ExternalData, RegisterOnnx(Wrap(25, Wrap(7, Wrap(5, attribute)))));
        Assert.Equal(ModelRefusal.ExternalData, RegisterOnnx(Wrap(20, Wrap(1, Wrap(15, Wrap(1, marked))))));
    }

    [Fact]
    public void Register_OnnxThatIsNone_IsRefused()
    {
        byte[][] files = [[], [0x3A], [0x3A, 5, 1], [0x3B], [0x00, 0], [0x38, .. Enumerable.Repeat((byte)0xFF, 11)]];
        Assert.All(files, file => Assert.Equal(ModelRefusal.BadOnnx, RegisterOnnx(file)));
        byte[] deep = [];
        for (var i = 0; i < 70; i++)
        {
            deep = Wrap(1, Wrap(5, Wrap(6, deep)));
        }

        Assert.Equal(ModelRefusal.BadOnnx, RegisterOnnx(Wrap(7, deep)));
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("/tmp/evil")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("Ridge")]
    public void Register_NameThatLeadsOut_IsRefused(string id)
    {
        var error = Assert.Throws<ModelRefusedException>(() => _target.Registry.Register(RegistrySample.Draft(id), RegistrySample.File, "evil"));
        Assert.Equal(ModelRefusal.BadName, error.Refusal);
    }

    private static byte[] Wrap(int field, byte[] message)
    {
        var bytes = new List<byte>();
        void Varint(uint value)
        {
            for (; value >= 0x80; value >>= 7)
            {
                bytes.Add((byte)(value | 0x80));
            }

            bytes.Add((byte)value);
        }

        Varint(((uint)field << 3) | 2);
        Varint((uint)message.Length);
        return [.. bytes, .. message];
    }

    private byte[] Export()
    {
        _source.Registry.Register(RegistrySample.Draft(), RegistrySample.File, "trained");
        return _source.Registry.Export("ridge-1d", 1);
    }

    private ModelRefusal Refuse(byte[] file)
    {
        using var stream = new MemoryStream(file);
        var error = Assert.Throws<ModelRefusedException>(() => _target.Registry.Import(stream, _source.Keys.Find));
        Assert.Empty(_target.Registry.List());
        return error.Refusal;
    }

    private ModelRefusal RegisterOnnx(byte[] file)
    {
        var draft = RegistrySample.Draft() with { Format = ModelRegistry.OnnxFormat };
        var error = Assert.Throws<ModelRefusedException>(() => _target.Registry.Register(draft, file, "evil"));
        Assert.Empty(_target.Registry.List());
        return error.Refusal;
    }
}
