using System.Net;
using System.Net.Sockets;

namespace Signet.Testing;

/// <summary>For servers that cannot choose a port themselves and say which.</summary>
public static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
