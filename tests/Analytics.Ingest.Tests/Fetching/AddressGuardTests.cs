using System.Net;
using Analytics.Models.Sources;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Ingest.Tests.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:192.168.0.1")]
    [InlineData("::ffff:0.0.0.0")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2400:cb00::5efe:7f00:1")]
    [InlineData("2400:cb00::200:5efe:a00:1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%3")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Refuses(string address) => Assert.NotNull(AddressGuard.WhyForbidden(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("93.184.216.34")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001::8a")]
    public void Allows(string address) => Assert.Null(AddressGuard.WhyForbidden(IPAddress.Parse(address)));

    [Fact]
    public void Refuses_every_IPv4_address_written_as_IPv6() => Prop.ForAll<byte, byte, byte>((a, b, c) =>
        AddressGuard.WhyForbidden(new IPAddress([a, b, c, 1]).MapToIPv6()) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Refuses_all_of_IPv6_outside_2000_3() => Prop.ForAll<byte, long, long>((first, high, low) =>
    {
        byte[] bytes = [.. BitConverter.GetBytes(high), .. BitConverter.GetBytes(low)];
        bytes[0] = first;
        return first >> 5 == 1 || AddressGuard.WhyForbidden(new IPAddress(bytes)) is not null;
    }).QuickCheckThrowOnFailure();
}
