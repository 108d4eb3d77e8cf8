using System.Text.Json;
using System.Text.Json.Serialization;
using Signet.Contracts;

namespace Signet.Web.Api;

/// <summary>The wire types, source-generated: the published app is trimmed and has no reflection over them.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MeResponse))]
[JsonSerializable(typeof(ListsResponse))]
[JsonSerializable(typeof(CreateListRequest))]
[JsonSerializable(typeof(CaptureResponse))]
[JsonSerializable(typeof(DraftResponse))]
[JsonSerializable(typeof(SaveContactRequest))]
[JsonSerializable(typeof(UpdateContactRequest))]
[JsonSerializable(typeof(ContactResponse))]
[JsonSerializable(typeof(SearchContactsRequest))]
[JsonSerializable(typeof(SearchContactsResponse))]
[JsonSerializable(typeof(FindDuplicatesRequest))]
[JsonSerializable(typeof(FindDuplicatesResponse))]
[JsonSerializable(typeof(CreateAccessTokenRequest))]
[JsonSerializable(typeof(CreatedAccessTokenResponse))]
[JsonSerializable(typeof(AccessTokensResponse))]
[JsonSerializable(typeof(OrganizationSettings))]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class SignetJson : JsonSerializerContext;
