"""The fields of the imported specs that no argument of a construct sets, and why: merge_patch does."""

PARENT_PORT = "Cilium does not support it (feature HTTPRouteParentRefPort); a listener is named by sectionName"
BACKEND_FILTER = "Cilium drops this filter where it is a backend's, without a word"

PRIVATE_AUTHORITY = "for private certificate authorities; Let's Encrypt certifies hostnames only"
OTHER_FORMATS = "for programs that read the Secret; a Gateway reads tls.crt and tls.key"
RENEWAL = "cert-manager renews in time, whatever the hour"
RULE_LABEL_SOURCE = "Cilium fills it in"
ONLY_LISTS = "the Project allows what its Applications contain; what else it restricts is its owner's decision"
SIGNED = "signatures are a decision of the whole Argo CD, not of an app"
ANY_SOURCE = "the folders hold plain manifests of this app; charts of others take `values`"
CREATED_NAMESPACE = "a Namespace is an object of a chart"
PAUSED = "automated=None says the same"
HISTORY = "Argo CD keeps ten revisions, and git all of them"
SHOWN = "for people who look at the Application only"
ISSUER = {
    "spec.acme.caBundle": "for ACME servers with a private certificate; Let's Encrypt has a public one",
    "spec.acme.disableAccountKeyGeneration": "for an account that is moved here from elsewhere",
    "spec.acme.enableDurationFeature": "Let's Encrypt lets nobody choose the duration",
    "spec.acme.externalAccountBinding": "Let's Encrypt needs none",
    "spec.acme.preferredChain": "Let's Encrypt's chains come and go",
    "spec.acme.privateKeySecretRef.key": "cert-manager writes the Secret, under tls.key",
    "spec.acme.profile": "Let's Encrypt picks the profile; the others come and go",
    "spec.acme.skipTlsVerify": "for ACME servers under development",
    "spec.acme.solvers[].dns01.cloudflare.apiKeySecretRef": "a token can do less: cert-manager advises api_token",
    "spec.acme.solvers[].dns01.cloudflare.email": "goes with an API key only",
    "spec.acme.solvers[].http01.gatewayHttpRoute.parentRefs[].port": PARENT_PORT,
    "spec.ca": PRIVATE_AUTHORITY,
    "spec.selfSigned": PRIVATE_AUTHORITY,
}

FIELDS_WITHOUT_ARGUMENTS: dict[str, dict[str, str]] = {
    "AppProject": {
        **{
            f"spec.{field}": ONLY_LISTS
            for field in (
                "clusterResourceWhitelist[].name",
                "destinationServiceAccounts",
                "namespaceResourceBlacklist",
                "clusterResourceBlacklist",
                "orphanedResources",
                "permitOnlyProjectScopedClusters",
                "sourceNamespaces",
                "syncWindows",
            )
        },
        "spec.signatureKeys": SIGNED,
        "spec.sourceIntegrity": SIGNED,
    },
    "Application": {
        "spec.info": SHOWN,
        "spec.revisionHistoryLimit": HISTORY,
        "spec.source.directory.exclude": ANY_SOURCE,
        "spec.source.directory.include": ANY_SOURCE,
        "spec.source.helm.releaseName": ANY_SOURCE,
        "spec.source.helm.valueFiles": ANY_SOURCE,
        "spec.syncPolicy.automated.enabled": PAUSED,
        "spec.syncPolicy.managedNamespaceMetadata": CREATED_NAMESPACE,
    },
    "ApplicationSet": {
        "spec.generators[].clusters.flatList": "for templates over all clusters at once",
        "spec.generators[].git.pathParamPrefix": "for the Matrix generator, which the imports leave out",
        "spec.generators[].git.requeueAfterSeconds": "a setting of the whole Argo CD",
        "spec.ignoreApplicationDifferences": "for Applications that are changed by hand",
        "spec.preservedFields": "for Applications that are changed by hand",
        "spec.syncPolicy": "what happens to Applications whose folder goes is Argo CD's default: they go too",
        "spec.template.metadata.finalizers": "whether an Application's objects go with it is its owner's decision",
        "spec.template.metadata.namespace": "Applications are in the namespace of their ApplicationSet",
        "spec.template.spec.info": SHOWN,
        "spec.template.spec.revisionHistoryLimit": HISTORY,
        "spec.template.spec.source.directory.exclude": ANY_SOURCE,
        "spec.template.spec.source.directory.include": ANY_SOURCE,
        "spec.template.spec.source.helm.releaseName": ANY_SOURCE,
        "spec.template.spec.source.helm.valueFiles": ANY_SOURCE,
        "spec.template.spec.syncPolicy.automated.enabled": PAUSED,
        "spec.template.spec.syncPolicy.managedNamespaceMetadata": CREATED_NAMESPACE,
        "spec.templatePatch": "for fields that depend on the generator; the template's arguments take placeholders",
    },
    "BackendTLSPolicy": {
        "spec.validation.subjectAltNames": "Cilium does not support it (feature BackendTLSPolicySANValidation)",
    },
    "Certificate": {
        "spec.additionalOutputFormats": OTHER_FORMATS,
        "spec.commonName": "deprecated for hostnames: dnsNames says them",
        "spec.keystores": OTHER_FORMATS,
        "spec.renewBeforePercentage": "renew_before says the same as a duration",
        "spec.renewal": RENEWAL,
        **{
            f"spec.{field}": PRIVATE_AUTHORITY
            for field in (
                "emailAddresses",
                "encodeUsagesInRequest",
                "ipAddresses",
                "isCa",
                "literalSubject",
                "nameConstraints",
                "otherNames",
                "signatureAlgorithm",
                "subject",
                "uris",
            )
        },
    },
    "CiliumBGPNodeConfigOverride": {
        "spec.bgpInstances[].peers[].localPort": "Cilium has the field and never reads it",
    },
    "CiliumClusterwideNetworkPolicy": {"spec.labels[].source": RULE_LABEL_SOURCE},
    "CiliumNetworkPolicy": {"spec.labels[].source": RULE_LABEL_SOURCE},
    "ClusterIssuer": ISSUER,
    "GRPCRoute": {
        "spec.parentRefs[].port": PARENT_PORT,
        "spec.rules[].backendRefs[].filters": BACKEND_FILTER,
    },
    "Gateway": {
        "spec.infrastructure.parametersRef": "Cilium refuses a Gateway that has it (InvalidParameters)",
    },
    "HTTPRoute": {
        "spec.parentRefs[].port": PARENT_PORT,
        **{
            f"spec.rules[].backendRefs[].filters[].{filter_}": BACKEND_FILTER
            for filter_ in ("cors", "extensionRef", "requestMirror", "requestRedirect", "urlRewrite")
        },
    },
    "Issuer": ISSUER,
    "TCPRoute": {"spec.parentRefs[].port": PARENT_PORT},
    "TLSRoute": {"spec.parentRefs[].port": PARENT_PORT},
    "UDPRoute": {"spec.parentRefs[].port": PARENT_PORT},
}
