namespace Signet.Gateway.Edge;

/// <summary>What balancers and orchestrators ask, under any name and also unencrypted. The answers are a status word only.</summary>
internal static class HealthPaths
{
    public const string Ready = "/health";
    public const string Alive = "/alive";

    public static bool Contains(PathString path) => path == Ready || path == Alive;
}
