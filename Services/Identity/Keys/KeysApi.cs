using Microsoft.AspNetCore.Http.HttpResults;

namespace Signet.Identity.Keys;

/// <summary>The public keys of internal tokens, for the services.</summary>
public static class KeysApi
{
    public static IEndpointRouteBuilder MapKeysApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/keys", GetKeys).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    /// <summary>Every key that is accepted or announced. Any service may read it: the listener lets in nobody else.</summary>
    public static JsonHttpResult<KeysResponse> GetKeys(KeyRing ring) =>
        TypedResults.Json(new KeysResponse([.. ring.Accepted(KeyPurpose.InternalTokens).Select(key => key.ToPublicJwk())]));

    public sealed record KeysResponse(IReadOnlyList<object> Keys);
}
