<#--
  What pages do not need is not sent to them: the less there is, the less can leak and must load.
  The session's id above all: its cookie is out of scripts' reach for a reason.
-->
<#if (
    areSamePath(path, []) && ["themeResources", "title", "templateName"]?seq_contains(key)
) || (
    areSamePath(path, ["client"]) && !["clientId", "name", "baseUrl"]?seq_contains(key)
) || (
    areSamePath(path, ["realm"]) && key == "attributes"
) || (
    areSamePath(path, ["authenticationSession"]) && key != "authSessionIdHash"
) || (
    areSamePath(path, ["social"]) && key == "baseURI"
) || (
    areSamePath(path, ["social", "providers", "*"]) && ["themeConfig", "iconClasses"]?seq_contains(key)
) || (
    areSamePath(path, ["url"]) &&
    ["resourcesUrl", "resourcesCommonUrl", "firstBrokerLoginUrl"]?seq_contains(key)
) || (
    areSamePath(path, ["url"]) && ["registrationUrl", "registrationAction"]?seq_contains(key) &&
    xKeycloakify.pageId != "register.ftl"
)>
    <#continue>
</#if>
