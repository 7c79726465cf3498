<#-- What pages do not need is not sent to them: the fewer, the less there is to leak and to load. -->
<#if (
    areSamePath(path, []) && [
        "authenticationSession_", "themeResources", "darkMode", "developmentMode", "statusCode"
    ]?seq_contains(key)
) || (
    areSamePath(path, ["client"]) && !["clientId", "name", "baseUrl", "description"]?seq_contains(key)
)>
    <#continue>
</#if>
