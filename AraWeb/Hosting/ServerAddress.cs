using System.Net;
using System.Net.Sockets;
using AraWeb.Configuration;

namespace AraWeb.Hosting;

/// <summary>
/// Looks whether the address can be listened on before anything is started, so that a second Ara stops with one clear message and without touching the data
/// of the first.
/// </summary>
internal static class ServerAddress
{
    /// <summary>Binds the address and lets it go.</summary>
    /// <exception cref="PortTakenException">Another program listens there.</exception>
    /// <exception cref="ConfigurationException">The system does not allow it.</exception>
    public static void EnsureFree(string url)
    {
        var address = new Uri(url);
        var endpoint = new IPEndPoint(IPAddress.TryParse(address.DnsSafeHost, out var ip) ? ip : IPAddress.Loopback, address.Port);
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new PortTakenException(url, exception);
        }
        catch (SocketException exception)
        {
            throw new ConfigurationException([$"Server:Url is '{url}', which the system refuses ({exception.Message}); set another port, 1024 or above."]);
        }
    }
}
