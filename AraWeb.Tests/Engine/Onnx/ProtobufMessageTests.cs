using AraWeb.Engine.Onnx;

namespace AraWeb.Tests.Engine.Onnx;

/// <summary>The examples of protobuf.dev, "Encoding".</summary>
public sealed class ProtobufMessageTests
{
    [Fact]
    public void Number_OneHundredFifty_IsTheExampleOfTheSpecification() =>
        Assert.Equal([0x08, 0x96, 0x01], new ProtobufMessage().Number(1, 150).Bytes.ToArray());

    [Fact]
    public void Text_Testing_IsTheExampleOfTheSpecification() =>
        Assert.Equal([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6E, 0x67], new ProtobufMessage().Text(2, "testing").Bytes.ToArray());

    [Fact]
    public void Message_Inside_IsTheExampleOfTheSpecification() =>
        Assert.Equal([0x1A, 0x03, 0x08, 0x96, 0x01], new ProtobufMessage().Message(3, new ProtobufMessage().Number(1, 150)).Bytes.ToArray());

    [Fact]
    public void Numbers_ThreeOfThem_AreTheExampleOfTheSpecification() =>
        Assert.Equal([0x32, 0x06, 0x03, 0x8E, 0x02, 0x9E, 0xA7, 0x05], new ProtobufMessage().Numbers(6, [3, 270, 86942]).Bytes.ToArray());

    [Fact]
    public void Number_MinusOne_IsTenBytes() =>
        Assert.Equal([0x08, .. Enumerable.Repeat((byte)0xFF, 9), 0x01], new ProtobufMessage().Number(1, -1).Bytes.ToArray());

    [Fact]
    public void Single_One_IsFourBytesLittleEndian() => Assert.Equal([0x0D, 0, 0, 0x80, 0x3F], new ProtobufMessage().Single(1, 1).Bytes.ToArray());
}
