from __future__ import annotations

from pkgutil import extend_path
__path__ = extend_path(__path__, __name__)

import abc
import builtins
import datetime
import enum
import typing

import jsii
import publication
import typing_extensions

from jsii._type_checking import cached_type_hints, check_type


from ._jsii import *

class _LazyImport:
    def __init__(self, module_name: str) -> None:
        self._module_name = module_name
        self._module: typing.Any = None
    def __getattr__(self, name: str) -> typing.Any:
        if self._module is None:
            import importlib
            self._module = importlib.import_module(self._module_name)
        return getattr(self._module, name)

if typing.TYPE_CHECKING:

    import cdk8s as _cdk8s_d3d9af27
    import constructs as _constructs_77d1e7e8
else:

    _cdk8s_d3d9af27 = _LazyImport("cdk8s")
    _constructs_77d1e7e8 = _LazyImport("constructs")


class CiliumBgpAdvertisement(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumBgpAdvertisement",
):
    '''
    :schema: CiliumBGPAdvertisement
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpAdvertisementSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''Defines a "CiliumBGPAdvertisement" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__68bee4e165c5dac939b52a84a1eacac93e22820a6a2b6c75755203289323b574)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumBgpAdvertisementProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpAdvertisementSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumBGPAdvertisement".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumBgpAdvertisementProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumBGPAdvertisement".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumBgpAdvertisementProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpAdvertisementSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumBGPAdvertisement
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumBgpAdvertisementSpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__23a1a94f0f153a5700f925ed64eb25be17c99b14b237fecec18450fe4656c4e7)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
            "spec": spec,
        }

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumBGPAdvertisement#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> "CiliumBgpAdvertisementSpec":
        '''
        :schema: CiliumBGPAdvertisement#spec
        '''
        result = self._values.get("spec")
        assert result is not None, "Required property 'spec' is missing"
        return typing.cast("CiliumBgpAdvertisementSpec", result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpec",
    jsii_struct_bases=[],
    name_mapping={"advertisements": "advertisements"},
)
class CiliumBgpAdvertisementSpec:
    def __init__(
        self,
        *,
        advertisements: typing.Sequence[typing.Union["CiliumBgpAdvertisementSpecAdvertisements", typing.Dict[builtins.str, typing.Any]]],
    ) -> None:
        '''
        :param advertisements: 

        :schema: CiliumBgpAdvertisementSpec
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__a212a79dad4eb2e6c3592cb1d201b7cf10eb0d5d2ec4188229bc1053cf1cd92f)
            check_type(argname="argument advertisements", value=advertisements, expected_type=type_hints["advertisements"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "advertisements": advertisements,
        }

    @builtins.property
    def advertisements(self) -> typing.List["CiliumBgpAdvertisementSpecAdvertisements"]:
        '''
        :schema: CiliumBgpAdvertisementSpec#advertisements
        '''
        result = self._values.get("advertisements")
        assert result is not None, "Required property 'advertisements' is missing"
        return typing.cast(typing.List["CiliumBgpAdvertisementSpecAdvertisements"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisements",
    jsii_struct_bases=[],
    name_mapping={
        "advertisement_type": "advertisementType",
        "attributes": "attributes",
        "interface": "interface",
        "selector": "selector",
        "service": "service",
    },
)
class CiliumBgpAdvertisementSpecAdvertisements:
    def __init__(
        self,
        *,
        advertisement_type: "CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType",
        attributes: typing.Optional[typing.Union["CiliumBgpAdvertisementSpecAdvertisementsAttributes", typing.Dict[builtins.str, typing.Any]]] = None,
        interface: typing.Optional[typing.Union["CiliumBgpAdvertisementSpecAdvertisementsInterface", typing.Dict[builtins.str, typing.Any]]] = None,
        selector: typing.Optional[typing.Union["CiliumBgpAdvertisementSpecAdvertisementsSelector", typing.Dict[builtins.str, typing.Any]]] = None,
        service: typing.Optional[typing.Union["CiliumBgpAdvertisementSpecAdvertisementsService", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param advertisement_type: 
        :param attributes: 
        :param interface: 
        :param selector: 
        :param service: 

        :schema: CiliumBgpAdvertisementSpecAdvertisements
        '''
        if isinstance(attributes, dict):
            attributes = CiliumBgpAdvertisementSpecAdvertisementsAttributes(**attributes)
        if isinstance(interface, dict):
            interface = CiliumBgpAdvertisementSpecAdvertisementsInterface(**interface)
        if isinstance(selector, dict):
            selector = CiliumBgpAdvertisementSpecAdvertisementsSelector(**selector)
        if isinstance(service, dict):
            service = CiliumBgpAdvertisementSpecAdvertisementsService(**service)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e74f5af807ccff6b49d49d0e1a4165146958ec75bf1303b7693fc273f76d4c23)
            check_type(argname="argument advertisement_type", value=advertisement_type, expected_type=type_hints["advertisement_type"])
            check_type(argname="argument attributes", value=attributes, expected_type=type_hints["attributes"])
            check_type(argname="argument interface", value=interface, expected_type=type_hints["interface"])
            check_type(argname="argument selector", value=selector, expected_type=type_hints["selector"])
            check_type(argname="argument service", value=service, expected_type=type_hints["service"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "advertisement_type": advertisement_type,
        }
        if attributes is not None:
            self._values["attributes"] = attributes
        if interface is not None:
            self._values["interface"] = interface
        if selector is not None:
            self._values["selector"] = selector
        if service is not None:
            self._values["service"] = service

    @builtins.property
    def advertisement_type(
        self,
    ) -> "CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType":
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisements#advertisementType
        '''
        result = self._values.get("advertisement_type")
        assert result is not None, "Required property 'advertisement_type' is missing"
        return typing.cast("CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType", result)

    @builtins.property
    def attributes(
        self,
    ) -> typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsAttributes"]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisements#attributes
        '''
        result = self._values.get("attributes")
        return typing.cast(typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsAttributes"], result)

    @builtins.property
    def interface(
        self,
    ) -> typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsInterface"]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisements#interface
        '''
        result = self._values.get("interface")
        return typing.cast(typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsInterface"], result)

    @builtins.property
    def selector(
        self,
    ) -> typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsSelector"]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisements#selector
        '''
        result = self._values.get("selector")
        return typing.cast(typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsSelector"], result)

    @builtins.property
    def service(
        self,
    ) -> typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsService"]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisements#service
        '''
        result = self._values.get("service")
        return typing.cast(typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsService"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpecAdvertisements(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType"
)
class CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType(enum.Enum):
    '''
    :schema: CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType
    '''

    POD_CIDR = "POD_CIDR"
    '''PodCIDR.'''
    CILIUM_POD_IP_POOL = "CILIUM_POD_IP_POOL"
    '''CiliumPodIPPool.'''
    SERVICE = "SERVICE"
    '''Service.'''
    INTERFACE = "INTERFACE"
    '''Interface.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsAttributes",
    jsii_struct_bases=[],
    name_mapping={"communities": "communities", "local_preference": "localPreference"},
)
class CiliumBgpAdvertisementSpecAdvertisementsAttributes:
    def __init__(
        self,
        *,
        communities: typing.Optional[typing.Union["CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities", typing.Dict[builtins.str, typing.Any]]] = None,
        local_preference: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param communities: 
        :param local_preference: 

        :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributes
        '''
        if isinstance(communities, dict):
            communities = CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities(**communities)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__688ad1413f2393931bfc9a448502102de7535589e781208eeb1d18ef14d861f1)
            check_type(argname="argument communities", value=communities, expected_type=type_hints["communities"])
            check_type(argname="argument local_preference", value=local_preference, expected_type=type_hints["local_preference"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if communities is not None:
            self._values["communities"] = communities
        if local_preference is not None:
            self._values["local_preference"] = local_preference

    @builtins.property
    def communities(
        self,
    ) -> typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities"]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributes#communities
        '''
        result = self._values.get("communities")
        return typing.cast(typing.Optional["CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities"], result)

    @builtins.property
    def local_preference(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributes#localPreference
        '''
        result = self._values.get("local_preference")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpecAdvertisementsAttributes(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities",
    jsii_struct_bases=[],
    name_mapping={"large": "large", "standard": "standard", "well_known": "wellKnown"},
)
class CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities:
    def __init__(
        self,
        *,
        large: typing.Optional[typing.Sequence[builtins.str]] = None,
        standard: typing.Optional[typing.Sequence[builtins.str]] = None,
        well_known: typing.Optional[typing.Sequence["CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown"]] = None,
    ) -> None:
        '''
        :param large: 
        :param standard: 
        :param well_known: 

        :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__53e6d27dee586803563901a44b8677dab1e836f4b093fb55ac8f8ba0df393ce8)
            check_type(argname="argument large", value=large, expected_type=type_hints["large"])
            check_type(argname="argument standard", value=standard, expected_type=type_hints["standard"])
            check_type(argname="argument well_known", value=well_known, expected_type=type_hints["well_known"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if large is not None:
            self._values["large"] = large
        if standard is not None:
            self._values["standard"] = standard
        if well_known is not None:
            self._values["well_known"] = well_known

    @builtins.property
    def large(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities#large
        '''
        result = self._values.get("large")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def standard(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities#standard
        '''
        result = self._values.get("standard")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def well_known(
        self,
    ) -> typing.Optional[typing.List["CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown"]]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities#wellKnown
        '''
        result = self._values.get("well_known")
        return typing.cast(typing.Optional[typing.List["CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown"
)
class CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown(enum.Enum):
    '''
    :schema: CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown
    '''

    INTERNET = "INTERNET"
    '''internet.'''
    PLANNED_HYPHEN_SHUT = "PLANNED_HYPHEN_SHUT"
    '''planned-shut.'''
    ACCEPT_HYPHEN_OWN = "ACCEPT_HYPHEN_OWN"
    '''accept-own.'''
    ROUTE_HYPHEN_FILTER_HYPHEN_TRANSLATED_HYPHEN_V4 = "ROUTE_HYPHEN_FILTER_HYPHEN_TRANSLATED_HYPHEN_V4"
    '''route-filter-translated-v4.'''
    ROUTE_HYPHEN_FILTER_HYPHEN_V4 = "ROUTE_HYPHEN_FILTER_HYPHEN_V4"
    '''route-filter-v4.'''
    ROUTE_HYPHEN_FILTER_HYPHEN_TRANSLATED_HYPHEN_V6 = "ROUTE_HYPHEN_FILTER_HYPHEN_TRANSLATED_HYPHEN_V6"
    '''route-filter-translated-v6.'''
    ROUTE_HYPHEN_FILTER_HYPHEN_V6 = "ROUTE_HYPHEN_FILTER_HYPHEN_V6"
    '''route-filter-v6.'''
    LLGR_HYPHEN_STALE = "LLGR_HYPHEN_STALE"
    '''llgr-stale.'''
    NO_HYPHEN_LLGR = "NO_HYPHEN_LLGR"
    '''no-llgr.'''
    BLACKHOLE = "BLACKHOLE"
    '''blackhole.'''
    NO_HYPHEN_EXPORT = "NO_HYPHEN_EXPORT"
    '''no-export.'''
    NO_HYPHEN_ADVERTISE = "NO_HYPHEN_ADVERTISE"
    '''no-advertise.'''
    NO_HYPHEN_EXPORT_HYPHEN_SUBCONFED = "NO_HYPHEN_EXPORT_HYPHEN_SUBCONFED"
    '''no-export-subconfed.'''
    NO_HYPHEN_PEER = "NO_HYPHEN_PEER"
    '''no-peer.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsInterface",
    jsii_struct_bases=[],
    name_mapping={"name": "name"},
)
class CiliumBgpAdvertisementSpecAdvertisementsInterface:
    def __init__(self, *, name: builtins.str) -> None:
        '''
        :param name: 

        :schema: CiliumBgpAdvertisementSpecAdvertisementsInterface
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fd6b018ae03e75270c708ac52c06f09850a525c3e8f7021fda6ae3569317cc97)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsInterface#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpecAdvertisementsInterface(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumBgpAdvertisementSpecAdvertisementsSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumBgpAdvertisementSpecAdvertisementsSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__0b475bc8917c92e03bd539b17de190dbe4bffc5f15c3710465c992446b559cd6)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions"]]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpecAdvertisementsSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__5ff5cbb995462bcc1d5949d74ba0fde891c43ed674362521e19b4c90135e88b6)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator"
)
class CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator(
    enum.Enum,
):
    '''
    :schema: CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsService",
    jsii_struct_bases=[],
    name_mapping={
        "addresses": "addresses",
        "aggregation_length_i_pv4": "aggregationLengthIPv4",
        "aggregation_length_i_pv6": "aggregationLengthIPv6",
    },
)
class CiliumBgpAdvertisementSpecAdvertisementsService:
    def __init__(
        self,
        *,
        addresses: typing.Sequence["CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses"],
        aggregation_length_i_pv4: typing.Optional[jsii.Number] = None,
        aggregation_length_i_pv6: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param addresses: 
        :param aggregation_length_i_pv4: 
        :param aggregation_length_i_pv6: 

        :schema: CiliumBgpAdvertisementSpecAdvertisementsService
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__bea979a2fa1dfc336277e9add1681182ee00bab08dbf1596a2cf9714c0540b38)
            check_type(argname="argument addresses", value=addresses, expected_type=type_hints["addresses"])
            check_type(argname="argument aggregation_length_i_pv4", value=aggregation_length_i_pv4, expected_type=type_hints["aggregation_length_i_pv4"])
            check_type(argname="argument aggregation_length_i_pv6", value=aggregation_length_i_pv6, expected_type=type_hints["aggregation_length_i_pv6"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "addresses": addresses,
        }
        if aggregation_length_i_pv4 is not None:
            self._values["aggregation_length_i_pv4"] = aggregation_length_i_pv4
        if aggregation_length_i_pv6 is not None:
            self._values["aggregation_length_i_pv6"] = aggregation_length_i_pv6

    @builtins.property
    def addresses(
        self,
    ) -> typing.List["CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses"]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsService#addresses
        '''
        result = self._values.get("addresses")
        assert result is not None, "Required property 'addresses' is missing"
        return typing.cast(typing.List["CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses"], result)

    @builtins.property
    def aggregation_length_i_pv4(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsService#aggregationLengthIPv4
        '''
        result = self._values.get("aggregation_length_i_pv4")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def aggregation_length_i_pv6(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpAdvertisementSpecAdvertisementsService#aggregationLengthIPv6
        '''
        result = self._values.get("aggregation_length_i_pv6")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpAdvertisementSpecAdvertisementsService(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses"
)
class CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses(enum.Enum):
    '''
    :schema: CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses
    '''

    LOAD_BALANCER_IP = "LOAD_BALANCER_IP"
    '''LoadBalancerIP.'''
    CLUSTER_IP = "CLUSTER_IP"
    '''ClusterIP.'''
    EXTERNAL_IP = "EXTERNAL_IP"
    '''ExternalIP.'''


class CiliumBgpClusterConfig(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumBgpClusterConfig",
):
    '''
    :schema: CiliumBGPClusterConfig
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpClusterConfigSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''Defines a "CiliumBGPClusterConfig" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__62ecf3d514c8ea870d4cb378b2253f909cafd178f134c8f7db17bbb9f683efe9)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumBgpClusterConfigProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpClusterConfigSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumBGPClusterConfig".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumBgpClusterConfigProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumBGPClusterConfig".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumBgpClusterConfigProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpClusterConfigSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumBGPClusterConfig
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumBgpClusterConfigSpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b42ca898a7a8c81ae4798b1ca24cd6c68865c2d40151fb25a440b35fc1295d83)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
            "spec": spec,
        }

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumBGPClusterConfig#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> "CiliumBgpClusterConfigSpec":
        '''
        :schema: CiliumBGPClusterConfig#spec
        '''
        result = self._values.get("spec")
        assert result is not None, "Required property 'spec' is missing"
        return typing.cast("CiliumBgpClusterConfigSpec", result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpec",
    jsii_struct_bases=[],
    name_mapping={"bgp_instances": "bgpInstances", "node_selector": "nodeSelector"},
)
class CiliumBgpClusterConfigSpec:
    def __init__(
        self,
        *,
        bgp_instances: typing.Sequence[typing.Union["CiliumBgpClusterConfigSpecBgpInstances", typing.Dict[builtins.str, typing.Any]]],
        node_selector: typing.Optional[typing.Union["CiliumBgpClusterConfigSpecNodeSelector", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param bgp_instances: 
        :param node_selector: 

        :schema: CiliumBgpClusterConfigSpec
        '''
        if isinstance(node_selector, dict):
            node_selector = CiliumBgpClusterConfigSpecNodeSelector(**node_selector)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4e255713e49ba4d032d22ee7b9dd0e696840208a7fce827be9b69d600ef0253e)
            check_type(argname="argument bgp_instances", value=bgp_instances, expected_type=type_hints["bgp_instances"])
            check_type(argname="argument node_selector", value=node_selector, expected_type=type_hints["node_selector"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "bgp_instances": bgp_instances,
        }
        if node_selector is not None:
            self._values["node_selector"] = node_selector

    @builtins.property
    def bgp_instances(self) -> typing.List["CiliumBgpClusterConfigSpecBgpInstances"]:
        '''
        :schema: CiliumBgpClusterConfigSpec#bgpInstances
        '''
        result = self._values.get("bgp_instances")
        assert result is not None, "Required property 'bgp_instances' is missing"
        return typing.cast(typing.List["CiliumBgpClusterConfigSpecBgpInstances"], result)

    @builtins.property
    def node_selector(
        self,
    ) -> typing.Optional["CiliumBgpClusterConfigSpecNodeSelector"]:
        '''
        :schema: CiliumBgpClusterConfigSpec#nodeSelector
        '''
        result = self._values.get("node_selector")
        return typing.cast(typing.Optional["CiliumBgpClusterConfigSpecNodeSelector"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecBgpInstances",
    jsii_struct_bases=[],
    name_mapping={
        "name": "name",
        "local_asn": "localAsn",
        "local_port": "localPort",
        "peers": "peers",
    },
)
class CiliumBgpClusterConfigSpecBgpInstances:
    def __init__(
        self,
        *,
        name: builtins.str,
        local_asn: typing.Optional[jsii.Number] = None,
        local_port: typing.Optional[jsii.Number] = None,
        peers: typing.Optional[typing.Sequence[typing.Union["CiliumBgpClusterConfigSpecBgpInstancesPeers", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param name: 
        :param local_asn: 
        :param local_port: 
        :param peers: 

        :schema: CiliumBgpClusterConfigSpecBgpInstances
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1affbeda66871350d9c1437e38236d5aad4e7f482e5289e60dc97b72164b1c80)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument local_asn", value=local_asn, expected_type=type_hints["local_asn"])
            check_type(argname="argument local_port", value=local_port, expected_type=type_hints["local_port"])
            check_type(argname="argument peers", value=peers, expected_type=type_hints["peers"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }
        if local_asn is not None:
            self._values["local_asn"] = local_asn
        if local_port is not None:
            self._values["local_port"] = local_port
        if peers is not None:
            self._values["peers"] = peers

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstances#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def local_asn(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstances#localASN
        '''
        result = self._values.get("local_asn")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def local_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstances#localPort
        '''
        result = self._values.get("local_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def peers(
        self,
    ) -> typing.Optional[typing.List["CiliumBgpClusterConfigSpecBgpInstancesPeers"]]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstances#peers
        '''
        result = self._values.get("peers")
        return typing.cast(typing.Optional[typing.List["CiliumBgpClusterConfigSpecBgpInstancesPeers"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpecBgpInstances(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecBgpInstancesPeers",
    jsii_struct_bases=[],
    name_mapping={
        "name": "name",
        "auto_discovery": "autoDiscovery",
        "peer_address": "peerAddress",
        "peer_asn": "peerAsn",
        "peer_config_ref": "peerConfigRef",
    },
)
class CiliumBgpClusterConfigSpecBgpInstancesPeers:
    def __init__(
        self,
        *,
        name: builtins.str,
        auto_discovery: typing.Optional[typing.Union["CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery", typing.Dict[builtins.str, typing.Any]]] = None,
        peer_address: typing.Optional[builtins.str] = None,
        peer_asn: typing.Optional[jsii.Number] = None,
        peer_config_ref: typing.Optional[typing.Union["CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param name: 
        :param auto_discovery: 
        :param peer_address: 
        :param peer_asn: 
        :param peer_config_ref: 

        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeers
        '''
        if isinstance(auto_discovery, dict):
            auto_discovery = CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery(**auto_discovery)
        if isinstance(peer_config_ref, dict):
            peer_config_ref = CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef(**peer_config_ref)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__22cc5eaefaab355552cb9520727c25bb29a206c596dce1be54bb068c5aa615fe)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument auto_discovery", value=auto_discovery, expected_type=type_hints["auto_discovery"])
            check_type(argname="argument peer_address", value=peer_address, expected_type=type_hints["peer_address"])
            check_type(argname="argument peer_asn", value=peer_asn, expected_type=type_hints["peer_asn"])
            check_type(argname="argument peer_config_ref", value=peer_config_ref, expected_type=type_hints["peer_config_ref"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }
        if auto_discovery is not None:
            self._values["auto_discovery"] = auto_discovery
        if peer_address is not None:
            self._values["peer_address"] = peer_address
        if peer_asn is not None:
            self._values["peer_asn"] = peer_asn
        if peer_config_ref is not None:
            self._values["peer_config_ref"] = peer_config_ref

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeers#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def auto_discovery(
        self,
    ) -> typing.Optional["CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery"]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeers#autoDiscovery
        '''
        result = self._values.get("auto_discovery")
        return typing.cast(typing.Optional["CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery"], result)

    @builtins.property
    def peer_address(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeers#peerAddress
        '''
        result = self._values.get("peer_address")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def peer_asn(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeers#peerASN
        '''
        result = self._values.get("peer_asn")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def peer_config_ref(
        self,
    ) -> typing.Optional["CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef"]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeers#peerConfigRef
        '''
        result = self._values.get("peer_config_ref")
        return typing.cast(typing.Optional["CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpecBgpInstancesPeers(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery",
    jsii_struct_bases=[],
    name_mapping={"mode": "mode", "default_gateway": "defaultGateway"},
)
class CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery:
    def __init__(
        self,
        *,
        mode: "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode",
        default_gateway: typing.Optional[typing.Union["CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param mode: 
        :param default_gateway: 

        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery
        '''
        if isinstance(default_gateway, dict):
            default_gateway = CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway(**default_gateway)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__decde322fdaf14b8f0dac1f790c2402553610c667e86f9f0f8e6fcc40488bd3e)
            check_type(argname="argument mode", value=mode, expected_type=type_hints["mode"])
            check_type(argname="argument default_gateway", value=default_gateway, expected_type=type_hints["default_gateway"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "mode": mode,
        }
        if default_gateway is not None:
            self._values["default_gateway"] = default_gateway

    @builtins.property
    def mode(self) -> "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode":
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery#mode
        '''
        result = self._values.get("mode")
        assert result is not None, "Required property 'mode' is missing"
        return typing.cast("CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode", result)

    @builtins.property
    def default_gateway(
        self,
    ) -> typing.Optional["CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway"]:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery#defaultGateway
        '''
        result = self._values.get("default_gateway")
        return typing.cast(typing.Optional["CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway",
    jsii_struct_bases=[],
    name_mapping={"address_family": "addressFamily"},
)
class CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway:
    def __init__(
        self,
        *,
        address_family: "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily",
    ) -> None:
        '''
        :param address_family: 

        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f35ae2e657042e5a442750de798ce11235e3e7df8b3df40370fd601e72a28bc1)
            check_type(argname="argument address_family", value=address_family, expected_type=type_hints["address_family"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "address_family": address_family,
        }

    @builtins.property
    def address_family(
        self,
    ) -> "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily":
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway#addressFamily
        '''
        result = self._values.get("address_family")
        assert result is not None, "Required property 'address_family' is missing"
        return typing.cast("CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily", result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily"
)
class CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily(
    enum.Enum,
):
    '''
    :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily
    '''

    IPV4 = "IPV4"
    '''ipv4.'''
    IPV6 = "IPV6"
    '''ipv6.'''


@jsii.enum(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode"
)
class CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode(enum.Enum):
    '''
    :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode
    '''

    DEFAULT_GATEWAY = "DEFAULT_GATEWAY"
    '''DefaultGateway.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef",
    jsii_struct_bases=[],
    name_mapping={"name": "name"},
)
class CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef:
    def __init__(self, *, name: builtins.str) -> None:
        '''
        :param name: 

        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__396cf3526c707d36ac813e589d5d228878d24f5fbbc989a753e37b49276911ac)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecNodeSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumBgpClusterConfigSpecNodeSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumBgpClusterConfigSpecNodeSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f76d99c984a094419e973a5bab38b373408e40afcf72693ecb905e93af032b45)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions"]]:
        '''
        :schema: CiliumBgpClusterConfigSpecNodeSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumBgpClusterConfigSpecNodeSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpecNodeSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8f55d67f6160dea419a52703b75b6a4236fa55c2459fbfe4d2287f0f9f352087)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator"
)
class CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


class CiliumBgpNodeConfigOverride(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumBgpNodeConfigOverride",
):
    '''
    :schema: CiliumBGPNodeConfigOverride
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpNodeConfigOverrideSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''Defines a "CiliumBGPNodeConfigOverride" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f9648ff65b8622237b7c6b223c9d50bc59fc736441f8d225d93e027604c60801)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumBgpNodeConfigOverrideProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpNodeConfigOverrideSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumBGPNodeConfigOverride".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumBgpNodeConfigOverrideProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumBGPNodeConfigOverride".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpNodeConfigOverrideProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumBgpNodeConfigOverrideProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpNodeConfigOverrideSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumBGPNodeConfigOverride
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumBgpNodeConfigOverrideSpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__bfe2a2c3e416246cf91ca9421530b7091e6f8c9040c380b1b7d4ed62555c8546)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
            "spec": spec,
        }

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumBGPNodeConfigOverride#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> "CiliumBgpNodeConfigOverrideSpec":
        '''
        :schema: CiliumBGPNodeConfigOverride#spec
        '''
        result = self._values.get("spec")
        assert result is not None, "Required property 'spec' is missing"
        return typing.cast("CiliumBgpNodeConfigOverrideSpec", result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpNodeConfigOverrideProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpNodeConfigOverrideSpec",
    jsii_struct_bases=[],
    name_mapping={"bgp_instances": "bgpInstances"},
)
class CiliumBgpNodeConfigOverrideSpec:
    def __init__(
        self,
        *,
        bgp_instances: typing.Sequence[typing.Union["CiliumBgpNodeConfigOverrideSpecBgpInstances", typing.Dict[builtins.str, typing.Any]]],
    ) -> None:
        '''
        :param bgp_instances: 

        :schema: CiliumBgpNodeConfigOverrideSpec
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__82288e407a06990c5cbcac3a2e5c7dc4f52a52d9e7e0023d71e8ae0d715d7b16)
            check_type(argname="argument bgp_instances", value=bgp_instances, expected_type=type_hints["bgp_instances"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "bgp_instances": bgp_instances,
        }

    @builtins.property
    def bgp_instances(
        self,
    ) -> typing.List["CiliumBgpNodeConfigOverrideSpecBgpInstances"]:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpec#bgpInstances
        '''
        result = self._values.get("bgp_instances")
        assert result is not None, "Required property 'bgp_instances' is missing"
        return typing.cast(typing.List["CiliumBgpNodeConfigOverrideSpecBgpInstances"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpNodeConfigOverrideSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpNodeConfigOverrideSpecBgpInstances",
    jsii_struct_bases=[],
    name_mapping={
        "name": "name",
        "local_asn": "localAsn",
        "local_port": "localPort",
        "peers": "peers",
        "router_id": "routerId",
    },
)
class CiliumBgpNodeConfigOverrideSpecBgpInstances:
    def __init__(
        self,
        *,
        name: builtins.str,
        local_asn: typing.Optional[jsii.Number] = None,
        local_port: typing.Optional[jsii.Number] = None,
        peers: typing.Optional[typing.Sequence[typing.Union["CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers", typing.Dict[builtins.str, typing.Any]]]] = None,
        router_id: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param name: 
        :param local_asn: 
        :param local_port: 
        :param peers: 
        :param router_id: 

        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstances
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__72cf00c01b0fea4fd3d7010862487f02e843b6c1b2431f225765b2f604a4b12f)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument local_asn", value=local_asn, expected_type=type_hints["local_asn"])
            check_type(argname="argument local_port", value=local_port, expected_type=type_hints["local_port"])
            check_type(argname="argument peers", value=peers, expected_type=type_hints["peers"])
            check_type(argname="argument router_id", value=router_id, expected_type=type_hints["router_id"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }
        if local_asn is not None:
            self._values["local_asn"] = local_asn
        if local_port is not None:
            self._values["local_port"] = local_port
        if peers is not None:
            self._values["peers"] = peers
        if router_id is not None:
            self._values["router_id"] = router_id

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstances#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def local_asn(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstances#localASN
        '''
        result = self._values.get("local_asn")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def local_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstances#localPort
        '''
        result = self._values.get("local_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def peers(
        self,
    ) -> typing.Optional[typing.List["CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers"]]:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstances#peers
        '''
        result = self._values.get("peers")
        return typing.cast(typing.Optional[typing.List["CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers"]], result)

    @builtins.property
    def router_id(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstances#routerID
        '''
        result = self._values.get("router_id")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpNodeConfigOverrideSpecBgpInstances(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers",
    jsii_struct_bases=[],
    name_mapping={
        "name": "name",
        "local_address": "localAddress",
        "local_port": "localPort",
    },
)
class CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers:
    def __init__(
        self,
        *,
        name: builtins.str,
        local_address: typing.Optional[builtins.str] = None,
        local_port: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param name: 
        :param local_address: 
        :param local_port: 

        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__203c29f3dfeaa3fd8aeeab2afb45888d52bdf90d7f655d48ebaf7c036bbf4b0a)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument local_address", value=local_address, expected_type=type_hints["local_address"])
            check_type(argname="argument local_port", value=local_port, expected_type=type_hints["local_port"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }
        if local_address is not None:
            self._values["local_address"] = local_address
        if local_port is not None:
            self._values["local_port"] = local_port

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def local_address(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers#localAddress
        '''
        result = self._values.get("local_address")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def local_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers#localPort
        '''
        result = self._values.get("local_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class CiliumBgpPeerConfig(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumBgpPeerConfig",
):
    '''
    :schema: CiliumBGPPeerConfig
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpPeerConfigSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''Defines a "CiliumBGPPeerConfig" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__801c779b9924e940dbacf21e64efb4b2cba923ed60b0ee3fcaf4f851d8d163c5)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumBgpPeerConfigProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpPeerConfigSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumBGPPeerConfig".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumBgpPeerConfigProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumBGPPeerConfig".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumBgpPeerConfigProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumBgpPeerConfigSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumBGPPeerConfig
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumBgpPeerConfigSpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e8526b575eb20873d79e253a7619e7e7485effe44b016449b6f54c50c8e020d3)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
            "spec": spec,
        }

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumBGPPeerConfig#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> "CiliumBgpPeerConfigSpec":
        '''
        :schema: CiliumBGPPeerConfig#spec
        '''
        result = self._values.get("spec")
        assert result is not None, "Required property 'spec' is missing"
        return typing.cast("CiliumBgpPeerConfigSpec", result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigSpec",
    jsii_struct_bases=[],
    name_mapping={
        "auth_secret_ref": "authSecretRef",
        "ebgp_multihop": "ebgpMultihop",
        "families": "families",
        "graceful_restart": "gracefulRestart",
        "timers": "timers",
        "transport": "transport",
    },
)
class CiliumBgpPeerConfigSpec:
    def __init__(
        self,
        *,
        auth_secret_ref: typing.Optional[builtins.str] = None,
        ebgp_multihop: typing.Optional[jsii.Number] = None,
        families: typing.Optional[typing.Sequence[typing.Union["CiliumBgpPeerConfigSpecFamilies", typing.Dict[builtins.str, typing.Any]]]] = None,
        graceful_restart: typing.Optional[typing.Union["CiliumBgpPeerConfigSpecGracefulRestart", typing.Dict[builtins.str, typing.Any]]] = None,
        timers: typing.Optional[typing.Union["CiliumBgpPeerConfigSpecTimers", typing.Dict[builtins.str, typing.Any]]] = None,
        transport: typing.Optional[typing.Union["CiliumBgpPeerConfigSpecTransport", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param auth_secret_ref: 
        :param ebgp_multihop: 
        :param families: 
        :param graceful_restart: 
        :param timers: 
        :param transport: 

        :schema: CiliumBgpPeerConfigSpec
        '''
        if isinstance(graceful_restart, dict):
            graceful_restart = CiliumBgpPeerConfigSpecGracefulRestart(**graceful_restart)
        if isinstance(timers, dict):
            timers = CiliumBgpPeerConfigSpecTimers(**timers)
        if isinstance(transport, dict):
            transport = CiliumBgpPeerConfigSpecTransport(**transport)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fcc5b256d2acf5f2ab1a6d98ea4929a2e34ef12fd4b3d6350568d48da3f8910e)
            check_type(argname="argument auth_secret_ref", value=auth_secret_ref, expected_type=type_hints["auth_secret_ref"])
            check_type(argname="argument ebgp_multihop", value=ebgp_multihop, expected_type=type_hints["ebgp_multihop"])
            check_type(argname="argument families", value=families, expected_type=type_hints["families"])
            check_type(argname="argument graceful_restart", value=graceful_restart, expected_type=type_hints["graceful_restart"])
            check_type(argname="argument timers", value=timers, expected_type=type_hints["timers"])
            check_type(argname="argument transport", value=transport, expected_type=type_hints["transport"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if auth_secret_ref is not None:
            self._values["auth_secret_ref"] = auth_secret_ref
        if ebgp_multihop is not None:
            self._values["ebgp_multihop"] = ebgp_multihop
        if families is not None:
            self._values["families"] = families
        if graceful_restart is not None:
            self._values["graceful_restart"] = graceful_restart
        if timers is not None:
            self._values["timers"] = timers
        if transport is not None:
            self._values["transport"] = transport

    @builtins.property
    def auth_secret_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumBgpPeerConfigSpec#authSecretRef
        '''
        result = self._values.get("auth_secret_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def ebgp_multihop(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpPeerConfigSpec#ebgpMultihop
        '''
        result = self._values.get("ebgp_multihop")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def families(
        self,
    ) -> typing.Optional[typing.List["CiliumBgpPeerConfigSpecFamilies"]]:
        '''
        :schema: CiliumBgpPeerConfigSpec#families
        '''
        result = self._values.get("families")
        return typing.cast(typing.Optional[typing.List["CiliumBgpPeerConfigSpecFamilies"]], result)

    @builtins.property
    def graceful_restart(
        self,
    ) -> typing.Optional["CiliumBgpPeerConfigSpecGracefulRestart"]:
        '''
        :schema: CiliumBgpPeerConfigSpec#gracefulRestart
        '''
        result = self._values.get("graceful_restart")
        return typing.cast(typing.Optional["CiliumBgpPeerConfigSpecGracefulRestart"], result)

    @builtins.property
    def timers(self) -> typing.Optional["CiliumBgpPeerConfigSpecTimers"]:
        '''
        :schema: CiliumBgpPeerConfigSpec#timers
        '''
        result = self._values.get("timers")
        return typing.cast(typing.Optional["CiliumBgpPeerConfigSpecTimers"], result)

    @builtins.property
    def transport(self) -> typing.Optional["CiliumBgpPeerConfigSpecTransport"]:
        '''
        :schema: CiliumBgpPeerConfigSpec#transport
        '''
        result = self._values.get("transport")
        return typing.cast(typing.Optional["CiliumBgpPeerConfigSpecTransport"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigSpecFamilies",
    jsii_struct_bases=[],
    name_mapping={"afi": "afi", "safi": "safi", "advertisements": "advertisements"},
)
class CiliumBgpPeerConfigSpecFamilies:
    def __init__(
        self,
        *,
        afi: "CiliumBgpPeerConfigSpecFamiliesAfi",
        safi: "CiliumBgpPeerConfigSpecFamiliesSafi",
        advertisements: typing.Optional[typing.Union["CiliumBgpPeerConfigSpecFamiliesAdvertisements", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param afi: 
        :param safi: 
        :param advertisements: 

        :schema: CiliumBgpPeerConfigSpecFamilies
        '''
        if isinstance(advertisements, dict):
            advertisements = CiliumBgpPeerConfigSpecFamiliesAdvertisements(**advertisements)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__902b9298fdde3ca85892f9fe3231c4c798e9c2e857ecf00dc291019e0674c83c)
            check_type(argname="argument afi", value=afi, expected_type=type_hints["afi"])
            check_type(argname="argument safi", value=safi, expected_type=type_hints["safi"])
            check_type(argname="argument advertisements", value=advertisements, expected_type=type_hints["advertisements"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "afi": afi,
            "safi": safi,
        }
        if advertisements is not None:
            self._values["advertisements"] = advertisements

    @builtins.property
    def afi(self) -> "CiliumBgpPeerConfigSpecFamiliesAfi":
        '''
        :schema: CiliumBgpPeerConfigSpecFamilies#afi
        '''
        result = self._values.get("afi")
        assert result is not None, "Required property 'afi' is missing"
        return typing.cast("CiliumBgpPeerConfigSpecFamiliesAfi", result)

    @builtins.property
    def safi(self) -> "CiliumBgpPeerConfigSpecFamiliesSafi":
        '''
        :schema: CiliumBgpPeerConfigSpecFamilies#safi
        '''
        result = self._values.get("safi")
        assert result is not None, "Required property 'safi' is missing"
        return typing.cast("CiliumBgpPeerConfigSpecFamiliesSafi", result)

    @builtins.property
    def advertisements(
        self,
    ) -> typing.Optional["CiliumBgpPeerConfigSpecFamiliesAdvertisements"]:
        '''
        :schema: CiliumBgpPeerConfigSpecFamilies#advertisements
        '''
        result = self._values.get("advertisements")
        return typing.cast(typing.Optional["CiliumBgpPeerConfigSpecFamiliesAdvertisements"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigSpecFamilies(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigSpecFamiliesAdvertisements",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumBgpPeerConfigSpecFamiliesAdvertisements:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisements
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__0f6f48c1736b7ee448beee7bd0b21ab70e8b8d8e9af9eb7f7e17b50d804a37b8)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions"]]:
        '''
        :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisements#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisements#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigSpecFamiliesAdvertisements(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__9e91c4f0912ff15b3b3ba4b42a701f531755dcb79c0cc4d12f618578555d5b8f)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator":
        '''
        :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator"
)
class CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumBgpPeerConfigSpecFamiliesAfi")
class CiliumBgpPeerConfigSpecFamiliesAfi(enum.Enum):
    '''
    :schema: CiliumBgpPeerConfigSpecFamiliesAfi
    '''

    IPV4 = "IPV4"
    '''ipv4.'''
    IPV6 = "IPV6"
    '''ipv6.'''
    L2VPN = "L2VPN"
    '''l2vpn.'''
    LS = "LS"
    '''ls.'''
    OPAQUE = "OPAQUE"
    '''opaque.'''


@jsii.enum(jsii_type="iocilium.CiliumBgpPeerConfigSpecFamiliesSafi")
class CiliumBgpPeerConfigSpecFamiliesSafi(enum.Enum):
    '''
    :schema: CiliumBgpPeerConfigSpecFamiliesSafi
    '''

    UNICAST = "UNICAST"
    '''unicast.'''
    MULTICAST = "MULTICAST"
    '''multicast.'''
    MPLS_UNDERSCORE_LABEL = "MPLS_UNDERSCORE_LABEL"
    '''mpls_label.'''
    ENCAPSULATION = "ENCAPSULATION"
    '''encapsulation.'''
    VPLS = "VPLS"
    '''vpls.'''
    EVPN = "EVPN"
    '''evpn.'''
    LS = "LS"
    '''ls.'''
    SR_UNDERSCORE_POLICY = "SR_UNDERSCORE_POLICY"
    '''sr_policy.'''
    MUP = "MUP"
    '''mup.'''
    MPLS_UNDERSCORE_VPN = "MPLS_UNDERSCORE_VPN"
    '''mpls_vpn.'''
    MPLS_UNDERSCORE_VPN_UNDERSCORE_MULTICAST = "MPLS_UNDERSCORE_VPN_UNDERSCORE_MULTICAST"
    '''mpls_vpn_multicast.'''
    ROUTE_UNDERSCORE_TARGET_UNDERSCORE_CONSTRAINTS = "ROUTE_UNDERSCORE_TARGET_UNDERSCORE_CONSTRAINTS"
    '''route_target_constraints.'''
    FLOWSPEC_UNDERSCORE_UNICAST = "FLOWSPEC_UNDERSCORE_UNICAST"
    '''flowspec_unicast.'''
    FLOWSPEC_UNDERSCORE_VPN = "FLOWSPEC_UNDERSCORE_VPN"
    '''flowspec_vpn.'''
    KEY_UNDERSCORE_VALUE = "KEY_UNDERSCORE_VALUE"
    '''key_value.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigSpecGracefulRestart",
    jsii_struct_bases=[],
    name_mapping={"enabled": "enabled", "restart_time_seconds": "restartTimeSeconds"},
)
class CiliumBgpPeerConfigSpecGracefulRestart:
    def __init__(
        self,
        *,
        enabled: builtins.bool,
        restart_time_seconds: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param enabled: 
        :param restart_time_seconds: 

        :schema: CiliumBgpPeerConfigSpecGracefulRestart
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fa7861e3f230688d855660b4c3abfe3a52e4e92c0395ab641dc1e83e8f30a403)
            check_type(argname="argument enabled", value=enabled, expected_type=type_hints["enabled"])
            check_type(argname="argument restart_time_seconds", value=restart_time_seconds, expected_type=type_hints["restart_time_seconds"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "enabled": enabled,
        }
        if restart_time_seconds is not None:
            self._values["restart_time_seconds"] = restart_time_seconds

    @builtins.property
    def enabled(self) -> builtins.bool:
        '''
        :schema: CiliumBgpPeerConfigSpecGracefulRestart#enabled
        '''
        result = self._values.get("enabled")
        assert result is not None, "Required property 'enabled' is missing"
        return typing.cast(builtins.bool, result)

    @builtins.property
    def restart_time_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpPeerConfigSpecGracefulRestart#restartTimeSeconds
        '''
        result = self._values.get("restart_time_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigSpecGracefulRestart(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigSpecTimers",
    jsii_struct_bases=[],
    name_mapping={
        "connect_retry_time_seconds": "connectRetryTimeSeconds",
        "hold_time_seconds": "holdTimeSeconds",
        "keep_alive_time_seconds": "keepAliveTimeSeconds",
    },
)
class CiliumBgpPeerConfigSpecTimers:
    def __init__(
        self,
        *,
        connect_retry_time_seconds: typing.Optional[jsii.Number] = None,
        hold_time_seconds: typing.Optional[jsii.Number] = None,
        keep_alive_time_seconds: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param connect_retry_time_seconds: 
        :param hold_time_seconds: 
        :param keep_alive_time_seconds: 

        :schema: CiliumBgpPeerConfigSpecTimers
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e68677d49c09221a12b3045c789dc90b4c976181cbc866c54a245a727b147e3c)
            check_type(argname="argument connect_retry_time_seconds", value=connect_retry_time_seconds, expected_type=type_hints["connect_retry_time_seconds"])
            check_type(argname="argument hold_time_seconds", value=hold_time_seconds, expected_type=type_hints["hold_time_seconds"])
            check_type(argname="argument keep_alive_time_seconds", value=keep_alive_time_seconds, expected_type=type_hints["keep_alive_time_seconds"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if connect_retry_time_seconds is not None:
            self._values["connect_retry_time_seconds"] = connect_retry_time_seconds
        if hold_time_seconds is not None:
            self._values["hold_time_seconds"] = hold_time_seconds
        if keep_alive_time_seconds is not None:
            self._values["keep_alive_time_seconds"] = keep_alive_time_seconds

    @builtins.property
    def connect_retry_time_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpPeerConfigSpecTimers#connectRetryTimeSeconds
        '''
        result = self._values.get("connect_retry_time_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def hold_time_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpPeerConfigSpecTimers#holdTimeSeconds
        '''
        result = self._values.get("hold_time_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def keep_alive_time_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpPeerConfigSpecTimers#keepAliveTimeSeconds
        '''
        result = self._values.get("keep_alive_time_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigSpecTimers(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumBgpPeerConfigSpecTransport",
    jsii_struct_bases=[],
    name_mapping={"peer_port": "peerPort", "source_interface": "sourceInterface"},
)
class CiliumBgpPeerConfigSpecTransport:
    def __init__(
        self,
        *,
        peer_port: typing.Optional[jsii.Number] = None,
        source_interface: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param peer_port: 
        :param source_interface: 

        :schema: CiliumBgpPeerConfigSpecTransport
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1f88a96c25f0c10f44991ae11cc1a138d40e12728eb9f64cb1d70f448995af06)
            check_type(argname="argument peer_port", value=peer_port, expected_type=type_hints["peer_port"])
            check_type(argname="argument source_interface", value=source_interface, expected_type=type_hints["source_interface"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if peer_port is not None:
            self._values["peer_port"] = peer_port
        if source_interface is not None:
            self._values["source_interface"] = source_interface

    @builtins.property
    def peer_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumBgpPeerConfigSpecTransport#peerPort
        '''
        result = self._values.get("peer_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def source_interface(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumBgpPeerConfigSpecTransport#sourceInterface
        '''
        result = self._values.get("source_interface")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumBgpPeerConfigSpecTransport(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class CiliumClusterwideNetworkPolicy(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumClusterwideNetworkPolicy",
):
    '''
    :schema: CiliumClusterwideNetworkPolicy
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumClusterwideNetworkPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''Defines a "CiliumClusterwideNetworkPolicy" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__6c61301eee73c864a92c55f9b00e9eff1caa29f7fd95283fc5ed7b7d6b10719c)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumClusterwideNetworkPolicyProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumClusterwideNetworkPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumClusterwideNetworkPolicy".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumClusterwideNetworkPolicyProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumClusterwideNetworkPolicy".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicyProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumClusterwideNetworkPolicyProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumClusterwideNetworkPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumClusterwideNetworkPolicy
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumClusterwideNetworkPolicySpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__39930e6fed33d88b26bd222cc2f8c61a48434d3e8e9e777f1921250a47aec0b5)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
        }
        if spec is not None:
            self._values["spec"] = spec

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumClusterwideNetworkPolicy#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> typing.Optional["CiliumClusterwideNetworkPolicySpec"]:
        '''
        :schema: CiliumClusterwideNetworkPolicy#spec
        '''
        result = self._values.get("spec")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpec"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicyProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpec",
    jsii_struct_bases=[],
    name_mapping={
        "description": "description",
        "egress": "egress",
        "egress_deny": "egressDeny",
        "enable_default_deny": "enableDefaultDeny",
        "endpoint_selector": "endpointSelector",
        "ingress": "ingress",
        "ingress_deny": "ingressDeny",
        "labels": "labels",
        "node_selector": "nodeSelector",
    },
)
class CiliumClusterwideNetworkPolicySpec:
    def __init__(
        self,
        *,
        description: typing.Optional[builtins.str] = None,
        egress: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgress", typing.Dict[builtins.str, typing.Any]]]] = None,
        egress_deny: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressDeny", typing.Dict[builtins.str, typing.Any]]]] = None,
        enable_default_deny: typing.Optional[typing.Union["CiliumClusterwideNetworkPolicySpecEnableDefaultDeny", typing.Dict[builtins.str, typing.Any]]] = None,
        endpoint_selector: typing.Optional[typing.Union["CiliumClusterwideNetworkPolicySpecEndpointSelector", typing.Dict[builtins.str, typing.Any]]] = None,
        ingress: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngress", typing.Dict[builtins.str, typing.Any]]]] = None,
        ingress_deny: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressDeny", typing.Dict[builtins.str, typing.Any]]]] = None,
        labels: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecLabels", typing.Dict[builtins.str, typing.Any]]]] = None,
        node_selector: typing.Optional[typing.Union["CiliumClusterwideNetworkPolicySpecNodeSelector", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param description: 
        :param egress: 
        :param egress_deny: 
        :param enable_default_deny: 
        :param endpoint_selector: 
        :param ingress: 
        :param ingress_deny: 
        :param labels: 
        :param node_selector: 

        :schema: CiliumClusterwideNetworkPolicySpec
        '''
        if isinstance(enable_default_deny, dict):
            enable_default_deny = CiliumClusterwideNetworkPolicySpecEnableDefaultDeny(**enable_default_deny)
        if isinstance(endpoint_selector, dict):
            endpoint_selector = CiliumClusterwideNetworkPolicySpecEndpointSelector(**endpoint_selector)
        if isinstance(node_selector, dict):
            node_selector = CiliumClusterwideNetworkPolicySpecNodeSelector(**node_selector)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4dfde8f9c6d68934c8ca790fa712fc6e82510b6a5e75cf618f5b97755270445d)
            check_type(argname="argument description", value=description, expected_type=type_hints["description"])
            check_type(argname="argument egress", value=egress, expected_type=type_hints["egress"])
            check_type(argname="argument egress_deny", value=egress_deny, expected_type=type_hints["egress_deny"])
            check_type(argname="argument enable_default_deny", value=enable_default_deny, expected_type=type_hints["enable_default_deny"])
            check_type(argname="argument endpoint_selector", value=endpoint_selector, expected_type=type_hints["endpoint_selector"])
            check_type(argname="argument ingress", value=ingress, expected_type=type_hints["ingress"])
            check_type(argname="argument ingress_deny", value=ingress_deny, expected_type=type_hints["ingress_deny"])
            check_type(argname="argument labels", value=labels, expected_type=type_hints["labels"])
            check_type(argname="argument node_selector", value=node_selector, expected_type=type_hints["node_selector"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if description is not None:
            self._values["description"] = description
        if egress is not None:
            self._values["egress"] = egress
        if egress_deny is not None:
            self._values["egress_deny"] = egress_deny
        if enable_default_deny is not None:
            self._values["enable_default_deny"] = enable_default_deny
        if endpoint_selector is not None:
            self._values["endpoint_selector"] = endpoint_selector
        if ingress is not None:
            self._values["ingress"] = ingress
        if ingress_deny is not None:
            self._values["ingress_deny"] = ingress_deny
        if labels is not None:
            self._values["labels"] = labels
        if node_selector is not None:
            self._values["node_selector"] = node_selector

    @builtins.property
    def description(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#description
        '''
        result = self._values.get("description")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def egress(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgress"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#egress
        '''
        result = self._values.get("egress")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgress"]], result)

    @builtins.property
    def egress_deny(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDeny"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#egressDeny
        '''
        result = self._values.get("egress_deny")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDeny"]], result)

    @builtins.property
    def enable_default_deny(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecEnableDefaultDeny"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#enableDefaultDeny
        '''
        result = self._values.get("enable_default_deny")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecEnableDefaultDeny"], result)

    @builtins.property
    def endpoint_selector(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecEndpointSelector"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#endpointSelector
        '''
        result = self._values.get("endpoint_selector")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecEndpointSelector"], result)

    @builtins.property
    def ingress(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngress"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#ingress
        '''
        result = self._values.get("ingress")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngress"]], result)

    @builtins.property
    def ingress_deny(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDeny"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#ingressDeny
        '''
        result = self._values.get("ingress_deny")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDeny"]], result)

    @builtins.property
    def labels(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecLabels"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#labels
        '''
        result = self._values.get("labels")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecLabels"]], result)

    @builtins.property
    def node_selector(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecNodeSelector"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpec#nodeSelector
        '''
        result = self._values.get("node_selector")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecNodeSelector"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgress",
    jsii_struct_bases=[],
    name_mapping={
        "to_cidr": "toCidr",
        "to_cidr_set": "toCidrSet",
        "to_endpoints": "toEndpoints",
        "to_entities": "toEntities",
        "to_fqd_ns": "toFqdNs",
        "to_ports": "toPorts",
    },
)
class CiliumClusterwideNetworkPolicySpecEgress:
    def __init__(
        self,
        *,
        to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        to_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_entities: typing.Optional[typing.Sequence["CiliumClusterwideNetworkPolicySpecEgressToEntities"]] = None,
        to_fqd_ns: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToFqdNs", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param to_cidr: 
        :param to_cidr_set: 
        :param to_endpoints: 
        :param to_entities: 
        :param to_fqd_ns: 
        :param to_ports: 

        :schema: CiliumClusterwideNetworkPolicySpecEgress
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__9685eb787e03edcd7e529d4a776b8c74a0484515498b1b4bf86077cf62c93e1c)
            check_type(argname="argument to_cidr", value=to_cidr, expected_type=type_hints["to_cidr"])
            check_type(argname="argument to_cidr_set", value=to_cidr_set, expected_type=type_hints["to_cidr_set"])
            check_type(argname="argument to_endpoints", value=to_endpoints, expected_type=type_hints["to_endpoints"])
            check_type(argname="argument to_entities", value=to_entities, expected_type=type_hints["to_entities"])
            check_type(argname="argument to_fqd_ns", value=to_fqd_ns, expected_type=type_hints["to_fqd_ns"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if to_cidr is not None:
            self._values["to_cidr"] = to_cidr
        if to_cidr_set is not None:
            self._values["to_cidr_set"] = to_cidr_set
        if to_endpoints is not None:
            self._values["to_endpoints"] = to_endpoints
        if to_entities is not None:
            self._values["to_entities"] = to_entities
        if to_fqd_ns is not None:
            self._values["to_fqd_ns"] = to_fqd_ns
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def to_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgress#toCIDR
        '''
        result = self._values.get("to_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def to_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToCidrSet"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgress#toCIDRSet
        '''
        result = self._values.get("to_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToCidrSet"]], result)

    @builtins.property
    def to_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToEndpoints"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgress#toEndpoints
        '''
        result = self._values.get("to_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToEndpoints"]], result)

    @builtins.property
    def to_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToEntities"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgress#toEntities
        '''
        result = self._values.get("to_entities")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToEntities"]], result)

    @builtins.property
    def to_fqd_ns(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToFqdNs"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgress#toFQDNs
        '''
        result = self._values.get("to_fqd_ns")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToFqdNs"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgress#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgress(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDeny",
    jsii_struct_bases=[],
    name_mapping={
        "to_cidr": "toCidr",
        "to_cidr_set": "toCidrSet",
        "to_endpoints": "toEndpoints",
        "to_entities": "toEntities",
        "to_ports": "toPorts",
    },
)
class CiliumClusterwideNetworkPolicySpecEgressDeny:
    def __init__(
        self,
        *,
        to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        to_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_entities: typing.Optional[typing.Sequence["CiliumClusterwideNetworkPolicySpecEgressDenyToEntities"]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressDenyToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param to_cidr: 
        :param to_cidr_set: 
        :param to_endpoints: 
        :param to_entities: 
        :param to_ports: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressDeny
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__bbfe6a1d23cfbd6eef1927160f0e190cb09decaa70009de72e1d19ec2c9b3f27)
            check_type(argname="argument to_cidr", value=to_cidr, expected_type=type_hints["to_cidr"])
            check_type(argname="argument to_cidr_set", value=to_cidr_set, expected_type=type_hints["to_cidr_set"])
            check_type(argname="argument to_endpoints", value=to_endpoints, expected_type=type_hints["to_endpoints"])
            check_type(argname="argument to_entities", value=to_entities, expected_type=type_hints["to_entities"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if to_cidr is not None:
            self._values["to_cidr"] = to_cidr
        if to_cidr_set is not None:
            self._values["to_cidr_set"] = to_cidr_set
        if to_endpoints is not None:
            self._values["to_endpoints"] = to_endpoints
        if to_entities is not None:
            self._values["to_entities"] = to_entities
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def to_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDeny#toCIDR
        '''
        result = self._values.get("to_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def to_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDeny#toCIDRSet
        '''
        result = self._values.get("to_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet"]], result)

    @builtins.property
    def to_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDeny#toEndpoints
        '''
        result = self._values.get("to_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints"]], result)

    @builtins.property
    def to_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToEntities"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDeny#toEntities
        '''
        result = self._values.get("to_entities")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToEntities"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDeny#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressDeny(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8ada11b705c77d7f284c02550ad0ea1edb1eeb554b4b11ea3c19c71002a5383e)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__ed4f930e3cb7422a94e9356488d6d33c4f92d7126f25ad550d5ea8c5d51e9b9b)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b234d185a3211ae49d742c058438aa940d1752e1fbfb82c67acebfa3a52fae20)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator"
)
class CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator(
    enum.Enum,
):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToEntities")
class CiliumClusterwideNetworkPolicySpecEgressDenyToEntities(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports"},
)
class CiliumClusterwideNetworkPolicySpecEgressDenyToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param ports: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fe5790875f182a7d2a88b86a71993d3d2ad69707c1c5bd16c993fa9082c53658)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressDenyToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__380b411dca12c33f3464974a388a3a53e19bf2f69e3e0f1874bc7f2322f7f332)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol"
)
class CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumClusterwideNetworkPolicySpecEgressToCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e611534255d39901ea4977194f7a3ee124b63768036bdd09d738fd6138a965f3)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumClusterwideNetworkPolicySpecEgressToEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b522ab45bfa32aaa41f16ff2b443894ef781c562a1aba281373a3c479ecc24c4)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f0c46ee0aaf5e6437f5f497765e954ac8be1caeeb4c04de197e2bc13bb81b18c)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator"
)
class CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator(
    enum.Enum,
):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToEntities")
class CiliumClusterwideNetworkPolicySpecEgressToEntities(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecEgressToEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToFqdNs",
    jsii_struct_bases=[],
    name_mapping={"match_name": "matchName", "match_pattern": "matchPattern"},
)
class CiliumClusterwideNetworkPolicySpecEgressToFqdNs:
    def __init__(
        self,
        *,
        match_name: typing.Optional[builtins.str] = None,
        match_pattern: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param match_name: 
        :param match_pattern: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToFqdNs
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__60840d28962ec5171a45ec16df16bc138a71ddbf02be522a94c17d68ba24ec64)
            check_type(argname="argument match_name", value=match_name, expected_type=type_hints["match_name"])
            check_type(argname="argument match_pattern", value=match_pattern, expected_type=type_hints["match_pattern"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_name is not None:
            self._values["match_name"] = match_name
        if match_pattern is not None:
            self._values["match_pattern"] = match_pattern

    @builtins.property
    def match_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToFqdNs#matchName
        '''
        result = self._values.get("match_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def match_pattern(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToFqdNs#matchPattern
        '''
        result = self._values.get("match_pattern")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToFqdNs(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports", "rules": "rules"},
)
class CiliumClusterwideNetworkPolicySpecEgressToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
        rules: typing.Optional[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToPortsRules", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param ports: 
        :param rules: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToPorts
        '''
        if isinstance(rules, dict):
            rules = CiliumClusterwideNetworkPolicySpecEgressToPortsRules(**rules)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__24e41e88b9970e8ea8511acf7f538cf40d70cb77afa3e3604cce42e9a2d4cbbf)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
            check_type(argname="argument rules", value=rules, expected_type=type_hints["rules"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports
        if rules is not None:
            self._values["rules"] = rules

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToPortsPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToPortsPorts"]], result)

    @builtins.property
    def rules(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecEgressToPortsRules"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPorts#rules
        '''
        result = self._values.get("rules")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecEgressToPortsRules"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumClusterwideNetworkPolicySpecEgressToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f575b38e0f5eb12771cc725331bb1ba4179e8dc6ac21ab2e9a66620de19a56f7)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol"
)
class CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToPortsRules",
    jsii_struct_bases=[],
    name_mapping={"dns": "dns"},
)
class CiliumClusterwideNetworkPolicySpecEgressToPortsRules:
    def __init__(
        self,
        *,
        dns: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param dns: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsRules
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__ab07aff686b435c8b31a37e647eb6a41627e7a5bee50f6976343b14e5e354fc2)
            check_type(argname="argument dns", value=dns, expected_type=type_hints["dns"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if dns is not None:
            self._values["dns"] = dns

    @builtins.property
    def dns(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsRules#dns
        '''
        result = self._values.get("dns")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToPortsRules(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns",
    jsii_struct_bases=[],
    name_mapping={"match_name": "matchName", "match_pattern": "matchPattern"},
)
class CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns:
    def __init__(
        self,
        *,
        match_name: typing.Optional[builtins.str] = None,
        match_pattern: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param match_name: 
        :param match_pattern: 

        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__6258068991d6c3c697bec72f1ef2888aa048da2b174877ea423a7796b39db97c)
            check_type(argname="argument match_name", value=match_name, expected_type=type_hints["match_name"])
            check_type(argname="argument match_pattern", value=match_pattern, expected_type=type_hints["match_pattern"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_name is not None:
            self._values["match_name"] = match_name
        if match_pattern is not None:
            self._values["match_pattern"] = match_pattern

    @builtins.property
    def match_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns#matchName
        '''
        result = self._values.get("match_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def match_pattern(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns#matchPattern
        '''
        result = self._values.get("match_pattern")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEnableDefaultDeny",
    jsii_struct_bases=[],
    name_mapping={"egress": "egress", "ingress": "ingress"},
)
class CiliumClusterwideNetworkPolicySpecEnableDefaultDeny:
    def __init__(
        self,
        *,
        egress: typing.Optional[builtins.bool] = None,
        ingress: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param egress: 
        :param ingress: 

        :schema: CiliumClusterwideNetworkPolicySpecEnableDefaultDeny
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4af9486f7783b6914d871b2371f93728e31eecc725b0d6d7ff28308f7a8c6aae)
            check_type(argname="argument egress", value=egress, expected_type=type_hints["egress"])
            check_type(argname="argument ingress", value=ingress, expected_type=type_hints["ingress"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if egress is not None:
            self._values["egress"] = egress
        if ingress is not None:
            self._values["ingress"] = ingress

    @builtins.property
    def egress(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEnableDefaultDeny#egress
        '''
        result = self._values.get("egress")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def ingress(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEnableDefaultDeny#ingress
        '''
        result = self._values.get("ingress")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEnableDefaultDeny(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEndpointSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumClusterwideNetworkPolicySpecEndpointSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumClusterwideNetworkPolicySpecEndpointSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__6727b764dde1e8e33356e486ee5df562c7d2ef0ba7f2c206c64ba27b5ffe6582)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEndpointSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEndpointSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEndpointSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__69b000c8fb1268694cc7c1dbb23c40ae7499ef62d97e293652d6a05024e6a8cb)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator"
)
class CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator(
    enum.Enum,
):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngress",
    jsii_struct_bases=[],
    name_mapping={
        "from_cidr": "fromCidr",
        "from_cidr_set": "fromCidrSet",
        "from_endpoints": "fromEndpoints",
        "from_entities": "fromEntities",
        "to_ports": "toPorts",
    },
)
class CiliumClusterwideNetworkPolicySpecIngress:
    def __init__(
        self,
        *,
        from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        from_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressFromCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressFromEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_entities: typing.Optional[typing.Sequence["CiliumClusterwideNetworkPolicySpecIngressFromEntities"]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param from_cidr: 
        :param from_cidr_set: 
        :param from_endpoints: 
        :param from_entities: 
        :param to_ports: 

        :schema: CiliumClusterwideNetworkPolicySpecIngress
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__15a1c24b660613157310588760dad25bfec7a271ba7131e0d236f0ae6262212b)
            check_type(argname="argument from_cidr", value=from_cidr, expected_type=type_hints["from_cidr"])
            check_type(argname="argument from_cidr_set", value=from_cidr_set, expected_type=type_hints["from_cidr_set"])
            check_type(argname="argument from_endpoints", value=from_endpoints, expected_type=type_hints["from_endpoints"])
            check_type(argname="argument from_entities", value=from_entities, expected_type=type_hints["from_entities"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if from_cidr is not None:
            self._values["from_cidr"] = from_cidr
        if from_cidr_set is not None:
            self._values["from_cidr_set"] = from_cidr_set
        if from_endpoints is not None:
            self._values["from_endpoints"] = from_endpoints
        if from_entities is not None:
            self._values["from_entities"] = from_entities
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def from_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngress#fromCIDR
        '''
        result = self._values.get("from_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def from_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromCidrSet"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngress#fromCIDRSet
        '''
        result = self._values.get("from_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromCidrSet"]], result)

    @builtins.property
    def from_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromEndpoints"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngress#fromEndpoints
        '''
        result = self._values.get("from_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromEndpoints"]], result)

    @builtins.property
    def from_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromEntities"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngress#fromEntities
        '''
        result = self._values.get("from_entities")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromEntities"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressToPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngress#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngress(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDeny",
    jsii_struct_bases=[],
    name_mapping={
        "from_cidr": "fromCidr",
        "from_cidr_set": "fromCidrSet",
        "from_endpoints": "fromEndpoints",
        "from_entities": "fromEntities",
        "to_ports": "toPorts",
    },
)
class CiliumClusterwideNetworkPolicySpecIngressDeny:
    def __init__(
        self,
        *,
        from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        from_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_entities: typing.Optional[typing.Sequence["CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities"]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressDenyToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param from_cidr: 
        :param from_cidr_set: 
        :param from_endpoints: 
        :param from_entities: 
        :param to_ports: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressDeny
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__ac52af6d3a26384c5f750a3976258c47d5fd83d32a3656c701a8afd39a336f2e)
            check_type(argname="argument from_cidr", value=from_cidr, expected_type=type_hints["from_cidr"])
            check_type(argname="argument from_cidr_set", value=from_cidr_set, expected_type=type_hints["from_cidr_set"])
            check_type(argname="argument from_endpoints", value=from_endpoints, expected_type=type_hints["from_endpoints"])
            check_type(argname="argument from_entities", value=from_entities, expected_type=type_hints["from_entities"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if from_cidr is not None:
            self._values["from_cidr"] = from_cidr
        if from_cidr_set is not None:
            self._values["from_cidr_set"] = from_cidr_set
        if from_endpoints is not None:
            self._values["from_endpoints"] = from_endpoints
        if from_entities is not None:
            self._values["from_entities"] = from_entities
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def from_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDeny#fromCIDR
        '''
        result = self._values.get("from_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def from_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDeny#fromCIDRSet
        '''
        result = self._values.get("from_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet"]], result)

    @builtins.property
    def from_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDeny#fromEndpoints
        '''
        result = self._values.get("from_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints"]], result)

    @builtins.property
    def from_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDeny#fromEntities
        '''
        result = self._values.get("from_entities")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyToPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDeny#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressDeny(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__d63b01a0f334b3111bbee2343665a8a4dcf9b6eade1517a9359b6e0bdee55e3b)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1c8adf7d36885a3437754d1dec7fd11eeee2cdb3e5fb0bc8f29c07da394612ce)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__7ef33f1bf408ee4317f7d7853b3cc6a84adc13d93a05701ec6c352749d90b3d4)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator"
)
class CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator(
    enum.Enum,
):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities"
)
class CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports"},
)
class CiliumClusterwideNetworkPolicySpecIngressDenyToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param ports: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyToPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1e69ed6f81b9bd748d7ad47ab947e5233e1a289dd40fda035fc094b0479afa49)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressDenyToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__94ff230fdb606bfbccb732c1b46784165081427f7175368f6a06d829fa687f38)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol"
)
class CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressFromCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumClusterwideNetworkPolicySpecIngressFromCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressFromCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__6f0fc9af35b8f6696190fc20d92a374da9eb3d99f71c33db10263a04cd11c71a)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressFromCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressFromEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumClusterwideNetworkPolicySpecIngressFromEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__ef0377b6539536b2e94269ba93d43bb718e83ab1a2a6e0bbcc867770a0368686)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressFromEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__9278f926a39af5f562c502b6fd2bd968f439e8d5f9db6163ab72f941e43930e9)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator"
)
class CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator(
    enum.Enum,
):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressFromEntities")
class CiliumClusterwideNetworkPolicySpecIngressFromEntities(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecIngressFromEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports"},
)
class CiliumClusterwideNetworkPolicySpecIngressToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecIngressToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param ports: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressToPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__525b51d480cf3eae23e232f27dad417d210b0e2e3da6a68a1e1e406ef66d5082)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressToPortsPorts"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecIngressToPortsPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumClusterwideNetworkPolicySpecIngressToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumClusterwideNetworkPolicySpecIngressToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__90c69a263842ac77c69092ff0891683b3e069fd328f6c54e15cd6ef25edf3c79)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol"]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecIngressToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecIngressToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol"
)
class CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecLabels",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "source": "source", "value": "value"},
)
class CiliumClusterwideNetworkPolicySpecLabels:
    def __init__(
        self,
        *,
        key: builtins.str,
        source: typing.Optional[builtins.str] = None,
        value: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param key: 
        :param source: 
        :param value: 

        :schema: CiliumClusterwideNetworkPolicySpecLabels
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b6c0a2c1aa964e0bf0d6a611a570bcd5464979fe3d5265a50599e6519dc386ca)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument source", value=source, expected_type=type_hints["source"])
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
        }
        if source is not None:
            self._values["source"] = source
        if value is not None:
            self._values["value"] = value

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecLabels#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def source(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecLabels#source
        '''
        result = self._values.get("source")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def value(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecLabels#value
        '''
        result = self._values.get("value")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecLabels(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecNodeSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumClusterwideNetworkPolicySpecNodeSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumClusterwideNetworkPolicySpecNodeSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__92ea24e536179654b334f63f64659fa05dff3d2a0d3d87051ef91b96c774c7e0)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions"]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecNodeSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecNodeSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecNodeSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__76d5b7ddf60f6963eb15f628ebb5569b6c225fcab8da239795304ee441016f29)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator"
)
class CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


class CiliumGatewayClassConfig(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumGatewayClassConfig",
):
    '''
    :schema: CiliumGatewayClassConfig
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumGatewayClassConfigSpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''Defines a "CiliumGatewayClassConfig" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__68f999f0b1b665d95d640a5c81f3986218113a14a50a5117783d4f03ae1dfb7c)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumGatewayClassConfigProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumGatewayClassConfigSpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumGatewayClassConfig".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumGatewayClassConfigProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumGatewayClassConfig".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumGatewayClassConfigProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumGatewayClassConfigProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumGatewayClassConfigSpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumGatewayClassConfig
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumGatewayClassConfigSpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__48a01c5a0f3c257277d0ade0c1a0047d1a5c2e58da632e690922106e7c799f50)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
        }
        if spec is not None:
            self._values["spec"] = spec

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumGatewayClassConfig#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> typing.Optional["CiliumGatewayClassConfigSpec"]:
        '''
        :schema: CiliumGatewayClassConfig#spec
        '''
        result = self._values.get("spec")
        return typing.cast(typing.Optional["CiliumGatewayClassConfigSpec"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumGatewayClassConfigProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumGatewayClassConfigSpec",
    jsii_struct_bases=[],
    name_mapping={
        "description": "description",
        "http_options": "httpOptions",
        "service": "service",
        "telemetry": "telemetry",
    },
)
class CiliumGatewayClassConfigSpec:
    def __init__(
        self,
        *,
        description: typing.Optional[builtins.str] = None,
        http_options: typing.Optional[typing.Union["CiliumGatewayClassConfigSpecHttpOptions", typing.Dict[builtins.str, typing.Any]]] = None,
        service: typing.Optional[typing.Union["CiliumGatewayClassConfigSpecService", typing.Dict[builtins.str, typing.Any]]] = None,
        telemetry: typing.Optional[typing.Union["CiliumGatewayClassConfigSpecTelemetry", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param description: 
        :param http_options: 
        :param service: 
        :param telemetry: 

        :schema: CiliumGatewayClassConfigSpec
        '''
        if isinstance(http_options, dict):
            http_options = CiliumGatewayClassConfigSpecHttpOptions(**http_options)
        if isinstance(service, dict):
            service = CiliumGatewayClassConfigSpecService(**service)
        if isinstance(telemetry, dict):
            telemetry = CiliumGatewayClassConfigSpecTelemetry(**telemetry)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fd423482c02b6142f69ff16598588a152806727ea466bcb629ca32921425506b)
            check_type(argname="argument description", value=description, expected_type=type_hints["description"])
            check_type(argname="argument http_options", value=http_options, expected_type=type_hints["http_options"])
            check_type(argname="argument service", value=service, expected_type=type_hints["service"])
            check_type(argname="argument telemetry", value=telemetry, expected_type=type_hints["telemetry"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if description is not None:
            self._values["description"] = description
        if http_options is not None:
            self._values["http_options"] = http_options
        if service is not None:
            self._values["service"] = service
        if telemetry is not None:
            self._values["telemetry"] = telemetry

    @builtins.property
    def description(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumGatewayClassConfigSpec#description
        '''
        result = self._values.get("description")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def http_options(
        self,
    ) -> typing.Optional["CiliumGatewayClassConfigSpecHttpOptions"]:
        '''
        :schema: CiliumGatewayClassConfigSpec#httpOptions
        '''
        result = self._values.get("http_options")
        return typing.cast(typing.Optional["CiliumGatewayClassConfigSpecHttpOptions"], result)

    @builtins.property
    def service(self) -> typing.Optional["CiliumGatewayClassConfigSpecService"]:
        '''
        :schema: CiliumGatewayClassConfigSpec#service
        '''
        result = self._values.get("service")
        return typing.cast(typing.Optional["CiliumGatewayClassConfigSpecService"], result)

    @builtins.property
    def telemetry(self) -> typing.Optional["CiliumGatewayClassConfigSpecTelemetry"]:
        '''
        :schema: CiliumGatewayClassConfigSpec#telemetry
        '''
        result = self._values.get("telemetry")
        return typing.cast(typing.Optional["CiliumGatewayClassConfigSpecTelemetry"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumGatewayClassConfigSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumGatewayClassConfigSpecHttpOptions",
    jsii_struct_bases=[],
    name_mapping={"grpc_web_translation": "grpcWebTranslation"},
)
class CiliumGatewayClassConfigSpecHttpOptions:
    def __init__(
        self,
        *,
        grpc_web_translation: typing.Optional[typing.Union["CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param grpc_web_translation: 

        :schema: CiliumGatewayClassConfigSpecHttpOptions
        '''
        if isinstance(grpc_web_translation, dict):
            grpc_web_translation = CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation(**grpc_web_translation)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1172ba77c029c877c2690ddade70ece3e96ab45c72dfc932203e051ab958c7d4)
            check_type(argname="argument grpc_web_translation", value=grpc_web_translation, expected_type=type_hints["grpc_web_translation"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if grpc_web_translation is not None:
            self._values["grpc_web_translation"] = grpc_web_translation

    @builtins.property
    def grpc_web_translation(
        self,
    ) -> typing.Optional["CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation"]:
        '''
        :schema: CiliumGatewayClassConfigSpecHttpOptions#grpcWebTranslation
        '''
        result = self._values.get("grpc_web_translation")
        return typing.cast(typing.Optional["CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumGatewayClassConfigSpecHttpOptions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation",
    jsii_struct_bases=[],
    name_mapping={"enabled": "enabled"},
)
class CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation:
    def __init__(self, *, enabled: typing.Optional[builtins.bool] = None) -> None:
        '''
        :param enabled: 

        :schema: CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__77aba33e7e8577349df77fcc5e7629327aa6813d8e34a0ef96c91aa4e064ba46)
            check_type(argname="argument enabled", value=enabled, expected_type=type_hints["enabled"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if enabled is not None:
            self._values["enabled"] = enabled

    @builtins.property
    def enabled(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation#enabled
        '''
        result = self._values.get("enabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumGatewayClassConfigSpecService",
    jsii_struct_bases=[],
    name_mapping={
        "allocate_load_balancer_node_ports": "allocateLoadBalancerNodePorts",
        "external_traffic_policy": "externalTrafficPolicy",
        "ip_families": "ipFamilies",
        "ip_family_policy": "ipFamilyPolicy",
        "load_balancer_class": "loadBalancerClass",
        "load_balancer_source_ranges": "loadBalancerSourceRanges",
        "load_balancer_source_ranges_policy": "loadBalancerSourceRangesPolicy",
        "traffic_distribution": "trafficDistribution",
        "type": "type",
    },
)
class CiliumGatewayClassConfigSpecService:
    def __init__(
        self,
        *,
        allocate_load_balancer_node_ports: typing.Optional[builtins.bool] = None,
        external_traffic_policy: typing.Optional[builtins.str] = None,
        ip_families: typing.Optional[typing.Sequence[builtins.str]] = None,
        ip_family_policy: typing.Optional[builtins.str] = None,
        load_balancer_class: typing.Optional[builtins.str] = None,
        load_balancer_source_ranges: typing.Optional[typing.Sequence[builtins.str]] = None,
        load_balancer_source_ranges_policy: typing.Optional["CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy"] = None,
        traffic_distribution: typing.Optional[builtins.str] = None,
        type: typing.Optional["CiliumGatewayClassConfigSpecServiceType"] = None,
    ) -> None:
        '''
        :param allocate_load_balancer_node_ports: 
        :param external_traffic_policy: 
        :param ip_families: 
        :param ip_family_policy: 
        :param load_balancer_class: 
        :param load_balancer_source_ranges: 
        :param load_balancer_source_ranges_policy: 
        :param traffic_distribution: 
        :param type: 

        :schema: CiliumGatewayClassConfigSpecService
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__10e815d26403079d0e4d7c012f6486e4dfa094a69bfab71302d58fc6f346c4ed)
            check_type(argname="argument allocate_load_balancer_node_ports", value=allocate_load_balancer_node_ports, expected_type=type_hints["allocate_load_balancer_node_ports"])
            check_type(argname="argument external_traffic_policy", value=external_traffic_policy, expected_type=type_hints["external_traffic_policy"])
            check_type(argname="argument ip_families", value=ip_families, expected_type=type_hints["ip_families"])
            check_type(argname="argument ip_family_policy", value=ip_family_policy, expected_type=type_hints["ip_family_policy"])
            check_type(argname="argument load_balancer_class", value=load_balancer_class, expected_type=type_hints["load_balancer_class"])
            check_type(argname="argument load_balancer_source_ranges", value=load_balancer_source_ranges, expected_type=type_hints["load_balancer_source_ranges"])
            check_type(argname="argument load_balancer_source_ranges_policy", value=load_balancer_source_ranges_policy, expected_type=type_hints["load_balancer_source_ranges_policy"])
            check_type(argname="argument traffic_distribution", value=traffic_distribution, expected_type=type_hints["traffic_distribution"])
            check_type(argname="argument type", value=type, expected_type=type_hints["type"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if allocate_load_balancer_node_ports is not None:
            self._values["allocate_load_balancer_node_ports"] = allocate_load_balancer_node_ports
        if external_traffic_policy is not None:
            self._values["external_traffic_policy"] = external_traffic_policy
        if ip_families is not None:
            self._values["ip_families"] = ip_families
        if ip_family_policy is not None:
            self._values["ip_family_policy"] = ip_family_policy
        if load_balancer_class is not None:
            self._values["load_balancer_class"] = load_balancer_class
        if load_balancer_source_ranges is not None:
            self._values["load_balancer_source_ranges"] = load_balancer_source_ranges
        if load_balancer_source_ranges_policy is not None:
            self._values["load_balancer_source_ranges_policy"] = load_balancer_source_ranges_policy
        if traffic_distribution is not None:
            self._values["traffic_distribution"] = traffic_distribution
        if type is not None:
            self._values["type"] = type

    @builtins.property
    def allocate_load_balancer_node_ports(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#allocateLoadBalancerNodePorts
        '''
        result = self._values.get("allocate_load_balancer_node_ports")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def external_traffic_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#externalTrafficPolicy
        '''
        result = self._values.get("external_traffic_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def ip_families(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#ipFamilies
        '''
        result = self._values.get("ip_families")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def ip_family_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#ipFamilyPolicy
        '''
        result = self._values.get("ip_family_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def load_balancer_class(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#loadBalancerClass
        '''
        result = self._values.get("load_balancer_class")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def load_balancer_source_ranges(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#loadBalancerSourceRanges
        '''
        result = self._values.get("load_balancer_source_ranges")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def load_balancer_source_ranges_policy(
        self,
    ) -> typing.Optional["CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy"]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#loadBalancerSourceRangesPolicy
        '''
        result = self._values.get("load_balancer_source_ranges_policy")
        return typing.cast(typing.Optional["CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy"], result)

    @builtins.property
    def traffic_distribution(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#trafficDistribution
        '''
        result = self._values.get("traffic_distribution")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def type(self) -> typing.Optional["CiliumGatewayClassConfigSpecServiceType"]:
        '''
        :schema: CiliumGatewayClassConfigSpecService#type
        '''
        result = self._values.get("type")
        return typing.cast(typing.Optional["CiliumGatewayClassConfigSpecServiceType"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumGatewayClassConfigSpecService(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy"
)
class CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy(enum.Enum):
    '''
    :schema: CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy
    '''

    ALLOW = "ALLOW"
    '''Allow.'''
    DENY = "DENY"
    '''Deny.'''


@jsii.enum(jsii_type="iocilium.CiliumGatewayClassConfigSpecServiceType")
class CiliumGatewayClassConfigSpecServiceType(enum.Enum):
    '''
    :schema: CiliumGatewayClassConfigSpecServiceType
    '''

    LOAD_BALANCER = "LOAD_BALANCER"
    '''LoadBalancer.'''
    NODE_PORT = "NODE_PORT"
    '''NodePort.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumGatewayClassConfigSpecTelemetry",
    jsii_struct_bases=[],
    name_mapping={"access_logs": "accessLogs"},
)
class CiliumGatewayClassConfigSpecTelemetry:
    def __init__(
        self,
        *,
        access_logs: typing.Optional[typing.Sequence[typing.Union["CiliumGatewayClassConfigSpecTelemetryAccessLogs", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param access_logs: 

        :schema: CiliumGatewayClassConfigSpecTelemetry
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__43f020c7dfe4e1b7de4f7e842c0025d6688c943881bc1f1310021bf45d722a1a)
            check_type(argname="argument access_logs", value=access_logs, expected_type=type_hints["access_logs"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if access_logs is not None:
            self._values["access_logs"] = access_logs

    @builtins.property
    def access_logs(
        self,
    ) -> typing.Optional[typing.List["CiliumGatewayClassConfigSpecTelemetryAccessLogs"]]:
        '''
        :schema: CiliumGatewayClassConfigSpecTelemetry#accessLogs
        '''
        result = self._values.get("access_logs")
        return typing.cast(typing.Optional[typing.List["CiliumGatewayClassConfigSpecTelemetryAccessLogs"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumGatewayClassConfigSpecTelemetry(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumGatewayClassConfigSpecTelemetryAccessLogs",
    jsii_struct_bases=[],
    name_mapping={
        "format": "format",
        "json": "json",
        "targets": "targets",
        "text": "text",
    },
)
class CiliumGatewayClassConfigSpecTelemetryAccessLogs:
    def __init__(
        self,
        *,
        format: "CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat",
        json: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        targets: typing.Optional[typing.Sequence["CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets"]] = None,
        text: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param format: 
        :param json: 
        :param targets: 
        :param text: 

        :schema: CiliumGatewayClassConfigSpecTelemetryAccessLogs
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__9d4023657ff1fb443334e7589153afa76ff6b99968400d620d53b18aa843b870)
            check_type(argname="argument format", value=format, expected_type=type_hints["format"])
            check_type(argname="argument json", value=json, expected_type=type_hints["json"])
            check_type(argname="argument targets", value=targets, expected_type=type_hints["targets"])
            check_type(argname="argument text", value=text, expected_type=type_hints["text"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "format": format,
        }
        if json is not None:
            self._values["json"] = json
        if targets is not None:
            self._values["targets"] = targets
        if text is not None:
            self._values["text"] = text

    @builtins.property
    def format(self) -> "CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat":
        '''
        :schema: CiliumGatewayClassConfigSpecTelemetryAccessLogs#format
        '''
        result = self._values.get("format")
        assert result is not None, "Required property 'format' is missing"
        return typing.cast("CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat", result)

    @builtins.property
    def json(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumGatewayClassConfigSpecTelemetryAccessLogs#json
        '''
        result = self._values.get("json")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def targets(
        self,
    ) -> typing.Optional[typing.List["CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets"]]:
        '''
        :schema: CiliumGatewayClassConfigSpecTelemetryAccessLogs#targets
        '''
        result = self._values.get("targets")
        return typing.cast(typing.Optional[typing.List["CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets"]], result)

    @builtins.property
    def text(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumGatewayClassConfigSpecTelemetryAccessLogs#text
        '''
        result = self._values.get("text")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumGatewayClassConfigSpecTelemetryAccessLogs(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(jsii_type="iocilium.CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat")
class CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat(enum.Enum):
    '''
    :schema: CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat
    '''

    JSON = "JSON"
    '''JSON.'''
    TEXT = "TEXT"
    '''Text.'''


@jsii.enum(jsii_type="iocilium.CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets")
class CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets(enum.Enum):
    '''
    :schema: CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets
    '''

    HTTP = "HTTP"
    '''HTTP.'''
    TCP = "TCP"
    '''TCP.'''


class CiliumL2AnnouncementPolicy(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumL2AnnouncementPolicy",
):
    '''
    :schema: CiliumL2AnnouncementPolicy
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumL2AnnouncementPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''Defines a "CiliumL2AnnouncementPolicy" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__cbcfe5ea756450ec183404e41fb8c65ef73b9c492ade022a37894fe9d8705351)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumL2AnnouncementPolicyProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumL2AnnouncementPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumL2AnnouncementPolicy".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumL2AnnouncementPolicyProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumL2AnnouncementPolicy".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumL2AnnouncementPolicyProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumL2AnnouncementPolicyProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumL2AnnouncementPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumL2AnnouncementPolicy
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumL2AnnouncementPolicySpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__83727455a7a763fd615cfb4edd6d556537fa59e77ebcd174e97ae59973432879)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
        }
        if spec is not None:
            self._values["spec"] = spec

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumL2AnnouncementPolicy#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> typing.Optional["CiliumL2AnnouncementPolicySpec"]:
        '''
        :schema: CiliumL2AnnouncementPolicy#spec
        '''
        result = self._values.get("spec")
        return typing.cast(typing.Optional["CiliumL2AnnouncementPolicySpec"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumL2AnnouncementPolicyProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumL2AnnouncementPolicySpec",
    jsii_struct_bases=[],
    name_mapping={
        "external_i_ps": "externalIPs",
        "interfaces": "interfaces",
        "load_balancer_i_ps": "loadBalancerIPs",
        "node_selector": "nodeSelector",
        "service_selector": "serviceSelector",
    },
)
class CiliumL2AnnouncementPolicySpec:
    def __init__(
        self,
        *,
        external_i_ps: typing.Optional[builtins.bool] = None,
        interfaces: typing.Optional[typing.Sequence[builtins.str]] = None,
        load_balancer_i_ps: typing.Optional[builtins.bool] = None,
        node_selector: typing.Optional[typing.Union["CiliumL2AnnouncementPolicySpecNodeSelector", typing.Dict[builtins.str, typing.Any]]] = None,
        service_selector: typing.Optional[typing.Union["CiliumL2AnnouncementPolicySpecServiceSelector", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param external_i_ps: 
        :param interfaces: 
        :param load_balancer_i_ps: 
        :param node_selector: 
        :param service_selector: 

        :schema: CiliumL2AnnouncementPolicySpec
        '''
        if isinstance(node_selector, dict):
            node_selector = CiliumL2AnnouncementPolicySpecNodeSelector(**node_selector)
        if isinstance(service_selector, dict):
            service_selector = CiliumL2AnnouncementPolicySpecServiceSelector(**service_selector)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__7bbc9ad65dbf77c84e87815a78cb0134bd5e2f499847c8d22114db31e7cc160f)
            check_type(argname="argument external_i_ps", value=external_i_ps, expected_type=type_hints["external_i_ps"])
            check_type(argname="argument interfaces", value=interfaces, expected_type=type_hints["interfaces"])
            check_type(argname="argument load_balancer_i_ps", value=load_balancer_i_ps, expected_type=type_hints["load_balancer_i_ps"])
            check_type(argname="argument node_selector", value=node_selector, expected_type=type_hints["node_selector"])
            check_type(argname="argument service_selector", value=service_selector, expected_type=type_hints["service_selector"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if external_i_ps is not None:
            self._values["external_i_ps"] = external_i_ps
        if interfaces is not None:
            self._values["interfaces"] = interfaces
        if load_balancer_i_ps is not None:
            self._values["load_balancer_i_ps"] = load_balancer_i_ps
        if node_selector is not None:
            self._values["node_selector"] = node_selector
        if service_selector is not None:
            self._values["service_selector"] = service_selector

    @builtins.property
    def external_i_ps(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumL2AnnouncementPolicySpec#externalIPs
        '''
        result = self._values.get("external_i_ps")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def interfaces(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumL2AnnouncementPolicySpec#interfaces
        '''
        result = self._values.get("interfaces")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def load_balancer_i_ps(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumL2AnnouncementPolicySpec#loadBalancerIPs
        '''
        result = self._values.get("load_balancer_i_ps")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def node_selector(
        self,
    ) -> typing.Optional["CiliumL2AnnouncementPolicySpecNodeSelector"]:
        '''
        :schema: CiliumL2AnnouncementPolicySpec#nodeSelector
        '''
        result = self._values.get("node_selector")
        return typing.cast(typing.Optional["CiliumL2AnnouncementPolicySpecNodeSelector"], result)

    @builtins.property
    def service_selector(
        self,
    ) -> typing.Optional["CiliumL2AnnouncementPolicySpecServiceSelector"]:
        '''
        :schema: CiliumL2AnnouncementPolicySpec#serviceSelector
        '''
        result = self._values.get("service_selector")
        return typing.cast(typing.Optional["CiliumL2AnnouncementPolicySpecServiceSelector"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumL2AnnouncementPolicySpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumL2AnnouncementPolicySpecNodeSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumL2AnnouncementPolicySpecNodeSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumL2AnnouncementPolicySpecNodeSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__37fa750eb4bc98dfebbc344c530fbec02e2ffe5a3aac97547e87e186772c1c65)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions"]]:
        '''
        :schema: CiliumL2AnnouncementPolicySpecNodeSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumL2AnnouncementPolicySpecNodeSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumL2AnnouncementPolicySpecNodeSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b392c671cb67d5fc1d8985453699926c853f0287affce12898bfe00908ea7c13)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator"
)
class CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumL2AnnouncementPolicySpecServiceSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumL2AnnouncementPolicySpecServiceSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumL2AnnouncementPolicySpecServiceSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1757f2ceb554fd06447cca335e9a335e878e4b4a695357414d8334013f90099a)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions"]]:
        '''
        :schema: CiliumL2AnnouncementPolicySpecServiceSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumL2AnnouncementPolicySpecServiceSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumL2AnnouncementPolicySpecServiceSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__0626bbf1260bd57c03be705052ca4faedfcbb87c310626c5c715c6eac811f63d)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator"
)
class CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


class CiliumLoadBalancerIpPool(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumLoadBalancerIpPool",
):
    '''
    :schema: CiliumLoadBalancerIPPool
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumLoadBalancerIpPoolSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''Defines a "CiliumLoadBalancerIPPool" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__de946f6532dac93ae5347b27cb2bdd5af48d8ae0317862a6dd045d8625559e84)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumLoadBalancerIpPoolProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumLoadBalancerIpPoolSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumLoadBalancerIPPool".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumLoadBalancerIpPoolProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumLoadBalancerIPPool".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumLoadBalancerIpPoolProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumLoadBalancerIpPoolProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Union["CiliumLoadBalancerIpPoolSpec", typing.Dict[builtins.str, typing.Any]],
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumLoadBalancerIPPool
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumLoadBalancerIpPoolSpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fbf56467233d50c715218b16911b27bf1b50a252af774c22dfebd8e5baf8ebf7)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
            "spec": spec,
        }

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumLoadBalancerIPPool#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> "CiliumLoadBalancerIpPoolSpec":
        '''
        :schema: CiliumLoadBalancerIPPool#spec
        '''
        result = self._values.get("spec")
        assert result is not None, "Required property 'spec' is missing"
        return typing.cast("CiliumLoadBalancerIpPoolSpec", result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumLoadBalancerIpPoolProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumLoadBalancerIpPoolSpec",
    jsii_struct_bases=[],
    name_mapping={
        "allow_first_last_i_ps": "allowFirstLastIPs",
        "blocks": "blocks",
        "disabled": "disabled",
        "service_selector": "serviceSelector",
    },
)
class CiliumLoadBalancerIpPoolSpec:
    def __init__(
        self,
        *,
        allow_first_last_i_ps: typing.Optional["CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs"] = None,
        blocks: typing.Optional[typing.Sequence[typing.Union["CiliumLoadBalancerIpPoolSpecBlocks", typing.Dict[builtins.str, typing.Any]]]] = None,
        disabled: typing.Optional[builtins.bool] = None,
        service_selector: typing.Optional[typing.Union["CiliumLoadBalancerIpPoolSpecServiceSelector", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param allow_first_last_i_ps: 
        :param blocks: 
        :param disabled: 
        :param service_selector: 

        :schema: CiliumLoadBalancerIpPoolSpec
        '''
        if isinstance(service_selector, dict):
            service_selector = CiliumLoadBalancerIpPoolSpecServiceSelector(**service_selector)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__aeef96bd972eeee6ac45963baa8100598bdd161980fa27baabe84f4f92973681)
            check_type(argname="argument allow_first_last_i_ps", value=allow_first_last_i_ps, expected_type=type_hints["allow_first_last_i_ps"])
            check_type(argname="argument blocks", value=blocks, expected_type=type_hints["blocks"])
            check_type(argname="argument disabled", value=disabled, expected_type=type_hints["disabled"])
            check_type(argname="argument service_selector", value=service_selector, expected_type=type_hints["service_selector"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if allow_first_last_i_ps is not None:
            self._values["allow_first_last_i_ps"] = allow_first_last_i_ps
        if blocks is not None:
            self._values["blocks"] = blocks
        if disabled is not None:
            self._values["disabled"] = disabled
        if service_selector is not None:
            self._values["service_selector"] = service_selector

    @builtins.property
    def allow_first_last_i_ps(
        self,
    ) -> typing.Optional["CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs"]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpec#allowFirstLastIPs
        '''
        result = self._values.get("allow_first_last_i_ps")
        return typing.cast(typing.Optional["CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs"], result)

    @builtins.property
    def blocks(
        self,
    ) -> typing.Optional[typing.List["CiliumLoadBalancerIpPoolSpecBlocks"]]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpec#blocks
        '''
        result = self._values.get("blocks")
        return typing.cast(typing.Optional[typing.List["CiliumLoadBalancerIpPoolSpecBlocks"]], result)

    @builtins.property
    def disabled(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpec#disabled
        '''
        result = self._values.get("disabled")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def service_selector(
        self,
    ) -> typing.Optional["CiliumLoadBalancerIpPoolSpecServiceSelector"]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpec#serviceSelector
        '''
        result = self._values.get("service_selector")
        return typing.cast(typing.Optional["CiliumLoadBalancerIpPoolSpecServiceSelector"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumLoadBalancerIpPoolSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(jsii_type="iocilium.CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs")
class CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs(enum.Enum):
    '''
    :schema: CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs
    '''

    YES = "YES"
    '''Yes.'''
    NO = "NO"
    '''No.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumLoadBalancerIpPoolSpecBlocks",
    jsii_struct_bases=[],
    name_mapping={"cidr": "cidr", "start": "start", "stop": "stop"},
)
class CiliumLoadBalancerIpPoolSpecBlocks:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        start: typing.Optional[builtins.str] = None,
        stop: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param cidr: 
        :param start: 
        :param stop: 

        :schema: CiliumLoadBalancerIpPoolSpecBlocks
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__18e472ca97fef7fa9caec9282e241e68cd9b3fe533f0bc0669924b83c6db4f60)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument start", value=start, expected_type=type_hints["start"])
            check_type(argname="argument stop", value=stop, expected_type=type_hints["stop"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if start is not None:
            self._values["start"] = start
        if stop is not None:
            self._values["stop"] = stop

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpecBlocks#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def start(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpecBlocks#start
        '''
        result = self._values.get("start")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def stop(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpecBlocks#stop
        '''
        result = self._values.get("stop")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumLoadBalancerIpPoolSpecBlocks(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumLoadBalancerIpPoolSpecServiceSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumLoadBalancerIpPoolSpecServiceSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumLoadBalancerIpPoolSpecServiceSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__08f482455527839444ed3ff7bdcba821065ecbf1245640e10ade65e2c6d7534d)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions"]]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpecServiceSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpecServiceSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumLoadBalancerIpPoolSpecServiceSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__461ad71dcebca5835ac9c40acbad21aeba6a72198364714c5a47002d75cbcb74)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator"
)
class CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


class CiliumNetworkPolicy(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="iocilium.CiliumNetworkPolicy",
):
    '''
    :schema: CiliumNetworkPolicy
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumNetworkPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''Defines a "CiliumNetworkPolicy" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param metadata: 
        :param spec: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__9504ff42fb79993fbb1975d4cb123a70227f856cff11e1220fe61cf0b06c1133)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = CiliumNetworkPolicyProps(metadata=metadata, spec=spec)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumNetworkPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "CiliumNetworkPolicy".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param metadata: 
        :param spec: 
        '''
        props = CiliumNetworkPolicyProps(metadata=metadata, spec=spec)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "CiliumNetworkPolicy".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicyProps",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class CiliumNetworkPolicyProps:
    def __init__(
        self,
        *,
        metadata: typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]],
        spec: typing.Optional[typing.Union["CiliumNetworkPolicySpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: CiliumNetworkPolicy
        '''
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if isinstance(spec, dict):
            spec = CiliumNetworkPolicySpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__148024b62be5de93026c2128c839b02adadbaeec7529c29e70b752e6bc6f947f)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "metadata": metadata,
        }
        if spec is not None:
            self._values["spec"] = spec

    @builtins.property
    def metadata(self) -> "_cdk8s_d3d9af27.ApiObjectMetadata":
        '''
        :schema: CiliumNetworkPolicy#metadata
        '''
        result = self._values.get("metadata")
        assert result is not None, "Required property 'metadata' is missing"
        return typing.cast("_cdk8s_d3d9af27.ApiObjectMetadata", result)

    @builtins.property
    def spec(self) -> typing.Optional["CiliumNetworkPolicySpec"]:
        '''
        :schema: CiliumNetworkPolicy#spec
        '''
        result = self._values.get("spec")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpec"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicyProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpec",
    jsii_struct_bases=[],
    name_mapping={
        "description": "description",
        "egress": "egress",
        "egress_deny": "egressDeny",
        "enable_default_deny": "enableDefaultDeny",
        "endpoint_selector": "endpointSelector",
        "ingress": "ingress",
        "ingress_deny": "ingressDeny",
        "labels": "labels",
    },
)
class CiliumNetworkPolicySpec:
    def __init__(
        self,
        *,
        description: typing.Optional[builtins.str] = None,
        egress: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgress", typing.Dict[builtins.str, typing.Any]]]] = None,
        egress_deny: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressDeny", typing.Dict[builtins.str, typing.Any]]]] = None,
        enable_default_deny: typing.Optional[typing.Union["CiliumNetworkPolicySpecEnableDefaultDeny", typing.Dict[builtins.str, typing.Any]]] = None,
        endpoint_selector: typing.Optional[typing.Union["CiliumNetworkPolicySpecEndpointSelector", typing.Dict[builtins.str, typing.Any]]] = None,
        ingress: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngress", typing.Dict[builtins.str, typing.Any]]]] = None,
        ingress_deny: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressDeny", typing.Dict[builtins.str, typing.Any]]]] = None,
        labels: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecLabels", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param description: 
        :param egress: 
        :param egress_deny: 
        :param enable_default_deny: 
        :param endpoint_selector: 
        :param ingress: 
        :param ingress_deny: 
        :param labels: 

        :schema: CiliumNetworkPolicySpec
        '''
        if isinstance(enable_default_deny, dict):
            enable_default_deny = CiliumNetworkPolicySpecEnableDefaultDeny(**enable_default_deny)
        if isinstance(endpoint_selector, dict):
            endpoint_selector = CiliumNetworkPolicySpecEndpointSelector(**endpoint_selector)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__05e1d10cbee2a7718097e81725de2db6637956f36df0431ffe30fff170fe46e3)
            check_type(argname="argument description", value=description, expected_type=type_hints["description"])
            check_type(argname="argument egress", value=egress, expected_type=type_hints["egress"])
            check_type(argname="argument egress_deny", value=egress_deny, expected_type=type_hints["egress_deny"])
            check_type(argname="argument enable_default_deny", value=enable_default_deny, expected_type=type_hints["enable_default_deny"])
            check_type(argname="argument endpoint_selector", value=endpoint_selector, expected_type=type_hints["endpoint_selector"])
            check_type(argname="argument ingress", value=ingress, expected_type=type_hints["ingress"])
            check_type(argname="argument ingress_deny", value=ingress_deny, expected_type=type_hints["ingress_deny"])
            check_type(argname="argument labels", value=labels, expected_type=type_hints["labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if description is not None:
            self._values["description"] = description
        if egress is not None:
            self._values["egress"] = egress
        if egress_deny is not None:
            self._values["egress_deny"] = egress_deny
        if enable_default_deny is not None:
            self._values["enable_default_deny"] = enable_default_deny
        if endpoint_selector is not None:
            self._values["endpoint_selector"] = endpoint_selector
        if ingress is not None:
            self._values["ingress"] = ingress
        if ingress_deny is not None:
            self._values["ingress_deny"] = ingress_deny
        if labels is not None:
            self._values["labels"] = labels

    @builtins.property
    def description(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpec#description
        '''
        result = self._values.get("description")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def egress(self) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgress"]]:
        '''
        :schema: CiliumNetworkPolicySpec#egress
        '''
        result = self._values.get("egress")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgress"]], result)

    @builtins.property
    def egress_deny(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDeny"]]:
        '''
        :schema: CiliumNetworkPolicySpec#egressDeny
        '''
        result = self._values.get("egress_deny")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDeny"]], result)

    @builtins.property
    def enable_default_deny(
        self,
    ) -> typing.Optional["CiliumNetworkPolicySpecEnableDefaultDeny"]:
        '''
        :schema: CiliumNetworkPolicySpec#enableDefaultDeny
        '''
        result = self._values.get("enable_default_deny")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpecEnableDefaultDeny"], result)

    @builtins.property
    def endpoint_selector(
        self,
    ) -> typing.Optional["CiliumNetworkPolicySpecEndpointSelector"]:
        '''
        :schema: CiliumNetworkPolicySpec#endpointSelector
        '''
        result = self._values.get("endpoint_selector")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpecEndpointSelector"], result)

    @builtins.property
    def ingress(self) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngress"]]:
        '''
        :schema: CiliumNetworkPolicySpec#ingress
        '''
        result = self._values.get("ingress")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngress"]], result)

    @builtins.property
    def ingress_deny(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDeny"]]:
        '''
        :schema: CiliumNetworkPolicySpec#ingressDeny
        '''
        result = self._values.get("ingress_deny")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDeny"]], result)

    @builtins.property
    def labels(self) -> typing.Optional[typing.List["CiliumNetworkPolicySpecLabels"]]:
        '''
        :schema: CiliumNetworkPolicySpec#labels
        '''
        result = self._values.get("labels")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecLabels"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgress",
    jsii_struct_bases=[],
    name_mapping={
        "to_cidr": "toCidr",
        "to_cidr_set": "toCidrSet",
        "to_endpoints": "toEndpoints",
        "to_entities": "toEntities",
        "to_fqd_ns": "toFqdNs",
        "to_ports": "toPorts",
    },
)
class CiliumNetworkPolicySpecEgress:
    def __init__(
        self,
        *,
        to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        to_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressToCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressToEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_entities: typing.Optional[typing.Sequence["CiliumNetworkPolicySpecEgressToEntities"]] = None,
        to_fqd_ns: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressToFqdNs", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param to_cidr: 
        :param to_cidr_set: 
        :param to_endpoints: 
        :param to_entities: 
        :param to_fqd_ns: 
        :param to_ports: 

        :schema: CiliumNetworkPolicySpecEgress
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__eb0baf929d1b8d17160f739abd0de94230f200d7e6f5a81948b89bedc940ac07)
            check_type(argname="argument to_cidr", value=to_cidr, expected_type=type_hints["to_cidr"])
            check_type(argname="argument to_cidr_set", value=to_cidr_set, expected_type=type_hints["to_cidr_set"])
            check_type(argname="argument to_endpoints", value=to_endpoints, expected_type=type_hints["to_endpoints"])
            check_type(argname="argument to_entities", value=to_entities, expected_type=type_hints["to_entities"])
            check_type(argname="argument to_fqd_ns", value=to_fqd_ns, expected_type=type_hints["to_fqd_ns"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if to_cidr is not None:
            self._values["to_cidr"] = to_cidr
        if to_cidr_set is not None:
            self._values["to_cidr_set"] = to_cidr_set
        if to_endpoints is not None:
            self._values["to_endpoints"] = to_endpoints
        if to_entities is not None:
            self._values["to_entities"] = to_entities
        if to_fqd_ns is not None:
            self._values["to_fqd_ns"] = to_fqd_ns
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def to_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgress#toCIDR
        '''
        result = self._values.get("to_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def to_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToCidrSet"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgress#toCIDRSet
        '''
        result = self._values.get("to_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToCidrSet"]], result)

    @builtins.property
    def to_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToEndpoints"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgress#toEndpoints
        '''
        result = self._values.get("to_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToEndpoints"]], result)

    @builtins.property
    def to_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToEntities"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgress#toEntities
        '''
        result = self._values.get("to_entities")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToEntities"]], result)

    @builtins.property
    def to_fqd_ns(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToFqdNs"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgress#toFQDNs
        '''
        result = self._values.get("to_fqd_ns")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToFqdNs"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgress#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgress(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressDeny",
    jsii_struct_bases=[],
    name_mapping={
        "to_cidr": "toCidr",
        "to_cidr_set": "toCidrSet",
        "to_endpoints": "toEndpoints",
        "to_entities": "toEntities",
        "to_ports": "toPorts",
    },
)
class CiliumNetworkPolicySpecEgressDeny:
    def __init__(
        self,
        *,
        to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        to_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressDenyToCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressDenyToEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        to_entities: typing.Optional[typing.Sequence["CiliumNetworkPolicySpecEgressDenyToEntities"]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressDenyToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param to_cidr: 
        :param to_cidr_set: 
        :param to_endpoints: 
        :param to_entities: 
        :param to_ports: 

        :schema: CiliumNetworkPolicySpecEgressDeny
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__5cb0640ebf65e079a2a92cdb8553d3f4d6248fa50a1a70519c1dbc2342f9bda6)
            check_type(argname="argument to_cidr", value=to_cidr, expected_type=type_hints["to_cidr"])
            check_type(argname="argument to_cidr_set", value=to_cidr_set, expected_type=type_hints["to_cidr_set"])
            check_type(argname="argument to_endpoints", value=to_endpoints, expected_type=type_hints["to_endpoints"])
            check_type(argname="argument to_entities", value=to_entities, expected_type=type_hints["to_entities"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if to_cidr is not None:
            self._values["to_cidr"] = to_cidr
        if to_cidr_set is not None:
            self._values["to_cidr_set"] = to_cidr_set
        if to_endpoints is not None:
            self._values["to_endpoints"] = to_endpoints
        if to_entities is not None:
            self._values["to_entities"] = to_entities
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def to_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDeny#toCIDR
        '''
        result = self._values.get("to_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def to_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToCidrSet"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDeny#toCIDRSet
        '''
        result = self._values.get("to_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToCidrSet"]], result)

    @builtins.property
    def to_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToEndpoints"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDeny#toEndpoints
        '''
        result = self._values.get("to_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToEndpoints"]], result)

    @builtins.property
    def to_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToEntities"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDeny#toEntities
        '''
        result = self._values.get("to_entities")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToEntities"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDeny#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressDeny(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumNetworkPolicySpecEgressDenyToCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumNetworkPolicySpecEgressDenyToCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__7f3044234eddf0659a1ce9f234184dc3e2a5f3f3fe63917054ec9318de05e934)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressDenyToCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumNetworkPolicySpecEgressDenyToEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumNetworkPolicySpecEgressDenyToEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__30bab6f6bfac8b821428c19474c05f57a8dfcb9e984b429bfd1dde6f503545df)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressDenyToEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__0883a7542dbed9e15045ee3defde64bdc58cc2a7f1aeb46d2d58c79614f92503)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator"
)
class CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToEntities")
class CiliumNetworkPolicySpecEgressDenyToEntities(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecEgressDenyToEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports"},
)
class CiliumNetworkPolicySpecEgressDenyToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressDenyToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param ports: 

        :schema: CiliumNetworkPolicySpecEgressDenyToPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__752e7c50cdd6223d48d8b16049a558f8d9b47446e9971737ba6c92904ea0e9be)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToPortsPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressDenyToPortsPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressDenyToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumNetworkPolicySpecEgressDenyToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumNetworkPolicySpecEgressDenyToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f5ac4754175c5075d5e76884658888836c4b2b18e7b48217c606ba77656df8f6)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol"]:
        '''
        :schema: CiliumNetworkPolicySpecEgressDenyToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressDenyToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol")
class CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumNetworkPolicySpecEgressToCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumNetworkPolicySpecEgressToCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__6080033ec0672b2eb90e62b98cfaaa3d84bcb6ee6f7eb729f18582d49a585712)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumNetworkPolicySpecEgressToEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumNetworkPolicySpecEgressToEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e4b474724c3145456b1dfe537ff10eec431d32b71d832eb5c17e2992bfaf382a)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__cbda02e665ab1773f76f6dd65766fa38fbfe060febfc1f87d684d618522fcc40)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator"
)
class CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecEgressToEntities")
class CiliumNetworkPolicySpecEgressToEntities(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecEgressToEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToFqdNs",
    jsii_struct_bases=[],
    name_mapping={"match_name": "matchName", "match_pattern": "matchPattern"},
)
class CiliumNetworkPolicySpecEgressToFqdNs:
    def __init__(
        self,
        *,
        match_name: typing.Optional[builtins.str] = None,
        match_pattern: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param match_name: 
        :param match_pattern: 

        :schema: CiliumNetworkPolicySpecEgressToFqdNs
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__dffd8a55668fd2465fd6a387d7c4408cce88e49a8c5c4a37c2c94cd66b4a37c1)
            check_type(argname="argument match_name", value=match_name, expected_type=type_hints["match_name"])
            check_type(argname="argument match_pattern", value=match_pattern, expected_type=type_hints["match_pattern"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_name is not None:
            self._values["match_name"] = match_name
        if match_pattern is not None:
            self._values["match_pattern"] = match_pattern

    @builtins.property
    def match_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToFqdNs#matchName
        '''
        result = self._values.get("match_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def match_pattern(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToFqdNs#matchPattern
        '''
        result = self._values.get("match_pattern")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToFqdNs(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports", "rules": "rules"},
)
class CiliumNetworkPolicySpecEgressToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
        rules: typing.Optional[typing.Union["CiliumNetworkPolicySpecEgressToPortsRules", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param ports: 
        :param rules: 

        :schema: CiliumNetworkPolicySpecEgressToPorts
        '''
        if isinstance(rules, dict):
            rules = CiliumNetworkPolicySpecEgressToPortsRules(**rules)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4f663bae5d926994a796e3d27392e2b9939b5971e3ee626a9e54ba136db712ca)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
            check_type(argname="argument rules", value=rules, expected_type=type_hints["rules"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports
        if rules is not None:
            self._values["rules"] = rules

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToPortsPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToPortsPorts"]], result)

    @builtins.property
    def rules(self) -> typing.Optional["CiliumNetworkPolicySpecEgressToPortsRules"]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPorts#rules
        '''
        result = self._values.get("rules")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpecEgressToPortsRules"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumNetworkPolicySpecEgressToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumNetworkPolicySpecEgressToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumNetworkPolicySpecEgressToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__cbeb9af27e0d6a120e4a5d84a12ec6a714eaac6a2bded3f656234ddf4c6c8ccd)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumNetworkPolicySpecEgressToPortsPortsProtocol"]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpecEgressToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecEgressToPortsPortsProtocol")
class CiliumNetworkPolicySpecEgressToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecEgressToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToPortsRules",
    jsii_struct_bases=[],
    name_mapping={"dns": "dns"},
)
class CiliumNetworkPolicySpecEgressToPortsRules:
    def __init__(
        self,
        *,
        dns: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEgressToPortsRulesDns", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param dns: 

        :schema: CiliumNetworkPolicySpecEgressToPortsRules
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__d94daa2a0e50d0c44a73c2c62131f75c9711f665dcec9463da0e2b05db96d68e)
            check_type(argname="argument dns", value=dns, expected_type=type_hints["dns"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if dns is not None:
            self._values["dns"] = dns

    @builtins.property
    def dns(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToPortsRulesDns"]]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPortsRules#dns
        '''
        result = self._values.get("dns")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEgressToPortsRulesDns"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToPortsRules(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEgressToPortsRulesDns",
    jsii_struct_bases=[],
    name_mapping={"match_name": "matchName", "match_pattern": "matchPattern"},
)
class CiliumNetworkPolicySpecEgressToPortsRulesDns:
    def __init__(
        self,
        *,
        match_name: typing.Optional[builtins.str] = None,
        match_pattern: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param match_name: 
        :param match_pattern: 

        :schema: CiliumNetworkPolicySpecEgressToPortsRulesDns
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f48ff16b0f4aaedbd5aac70d75ada42d5bf38f35d106848683772115f4658688)
            check_type(argname="argument match_name", value=match_name, expected_type=type_hints["match_name"])
            check_type(argname="argument match_pattern", value=match_pattern, expected_type=type_hints["match_pattern"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_name is not None:
            self._values["match_name"] = match_name
        if match_pattern is not None:
            self._values["match_pattern"] = match_pattern

    @builtins.property
    def match_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPortsRulesDns#matchName
        '''
        result = self._values.get("match_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def match_pattern(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecEgressToPortsRulesDns#matchPattern
        '''
        result = self._values.get("match_pattern")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEgressToPortsRulesDns(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEnableDefaultDeny",
    jsii_struct_bases=[],
    name_mapping={"egress": "egress", "ingress": "ingress"},
)
class CiliumNetworkPolicySpecEnableDefaultDeny:
    def __init__(
        self,
        *,
        egress: typing.Optional[builtins.bool] = None,
        ingress: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param egress: 
        :param ingress: 

        :schema: CiliumNetworkPolicySpecEnableDefaultDeny
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__3f519285b37149e47103990cc76678a72493bee33a7eb24e07a2c42a758a7f15)
            check_type(argname="argument egress", value=egress, expected_type=type_hints["egress"])
            check_type(argname="argument ingress", value=ingress, expected_type=type_hints["ingress"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if egress is not None:
            self._values["egress"] = egress
        if ingress is not None:
            self._values["ingress"] = ingress

    @builtins.property
    def egress(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumNetworkPolicySpecEnableDefaultDeny#egress
        '''
        result = self._values.get("egress")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def ingress(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: CiliumNetworkPolicySpecEnableDefaultDeny#ingress
        '''
        result = self._values.get("ingress")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEnableDefaultDeny(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEndpointSelector",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumNetworkPolicySpecEndpointSelector:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecEndpointSelectorMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumNetworkPolicySpecEndpointSelector
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__2b5546c4c79cbe11d2b7c1b64af4d881bacb7d5b914b88e9ae85f6ca1571a9d3)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecEndpointSelectorMatchExpressions"]]:
        '''
        :schema: CiliumNetworkPolicySpecEndpointSelector#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecEndpointSelectorMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEndpointSelector#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEndpointSelector(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecEndpointSelectorMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumNetworkPolicySpecEndpointSelectorMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumNetworkPolicySpecEndpointSelectorMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__ad0a0fa5b2b1014b02abd31c702732cc16c83abf52b769669696ba636ce7ed95)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumNetworkPolicySpecEndpointSelectorMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator":
        '''
        :schema: CiliumNetworkPolicySpecEndpointSelectorMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecEndpointSelectorMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecEndpointSelectorMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator"
)
class CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngress",
    jsii_struct_bases=[],
    name_mapping={
        "from_cidr": "fromCidr",
        "from_cidr_set": "fromCidrSet",
        "from_endpoints": "fromEndpoints",
        "from_entities": "fromEntities",
        "to_ports": "toPorts",
    },
)
class CiliumNetworkPolicySpecIngress:
    def __init__(
        self,
        *,
        from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        from_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressFromCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressFromEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_entities: typing.Optional[typing.Sequence["CiliumNetworkPolicySpecIngressFromEntities"]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param from_cidr: 
        :param from_cidr_set: 
        :param from_endpoints: 
        :param from_entities: 
        :param to_ports: 

        :schema: CiliumNetworkPolicySpecIngress
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__bc83f360475cc4f190c75b30fad3398399db00b12a7635009d4095012ab4c130)
            check_type(argname="argument from_cidr", value=from_cidr, expected_type=type_hints["from_cidr"])
            check_type(argname="argument from_cidr_set", value=from_cidr_set, expected_type=type_hints["from_cidr_set"])
            check_type(argname="argument from_endpoints", value=from_endpoints, expected_type=type_hints["from_endpoints"])
            check_type(argname="argument from_entities", value=from_entities, expected_type=type_hints["from_entities"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if from_cidr is not None:
            self._values["from_cidr"] = from_cidr
        if from_cidr_set is not None:
            self._values["from_cidr_set"] = from_cidr_set
        if from_endpoints is not None:
            self._values["from_endpoints"] = from_endpoints
        if from_entities is not None:
            self._values["from_entities"] = from_entities
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def from_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngress#fromCIDR
        '''
        result = self._values.get("from_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def from_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromCidrSet"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngress#fromCIDRSet
        '''
        result = self._values.get("from_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromCidrSet"]], result)

    @builtins.property
    def from_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromEndpoints"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngress#fromEndpoints
        '''
        result = self._values.get("from_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromEndpoints"]], result)

    @builtins.property
    def from_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromEntities"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngress#fromEntities
        '''
        result = self._values.get("from_entities")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromEntities"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressToPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngress#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngress(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressDeny",
    jsii_struct_bases=[],
    name_mapping={
        "from_cidr": "fromCidr",
        "from_cidr_set": "fromCidrSet",
        "from_endpoints": "fromEndpoints",
        "from_entities": "fromEntities",
        "to_ports": "toPorts",
    },
)
class CiliumNetworkPolicySpecIngressDeny:
    def __init__(
        self,
        *,
        from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
        from_cidr_set: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressDenyFromCidrSet", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_endpoints: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressDenyFromEndpoints", typing.Dict[builtins.str, typing.Any]]]] = None,
        from_entities: typing.Optional[typing.Sequence["CiliumNetworkPolicySpecIngressDenyFromEntities"]] = None,
        to_ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressDenyToPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param from_cidr: 
        :param from_cidr_set: 
        :param from_endpoints: 
        :param from_entities: 
        :param to_ports: 

        :schema: CiliumNetworkPolicySpecIngressDeny
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b943fea5e08308da8a4a589f31a66992c64b6eaa01b02d062185ee39efecb75c)
            check_type(argname="argument from_cidr", value=from_cidr, expected_type=type_hints["from_cidr"])
            check_type(argname="argument from_cidr_set", value=from_cidr_set, expected_type=type_hints["from_cidr_set"])
            check_type(argname="argument from_endpoints", value=from_endpoints, expected_type=type_hints["from_endpoints"])
            check_type(argname="argument from_entities", value=from_entities, expected_type=type_hints["from_entities"])
            check_type(argname="argument to_ports", value=to_ports, expected_type=type_hints["to_ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if from_cidr is not None:
            self._values["from_cidr"] = from_cidr
        if from_cidr_set is not None:
            self._values["from_cidr_set"] = from_cidr_set
        if from_endpoints is not None:
            self._values["from_endpoints"] = from_endpoints
        if from_entities is not None:
            self._values["from_entities"] = from_entities
        if to_ports is not None:
            self._values["to_ports"] = to_ports

    @builtins.property
    def from_cidr(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDeny#fromCIDR
        '''
        result = self._values.get("from_cidr")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def from_cidr_set(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromCidrSet"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDeny#fromCIDRSet
        '''
        result = self._values.get("from_cidr_set")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromCidrSet"]], result)

    @builtins.property
    def from_endpoints(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromEndpoints"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDeny#fromEndpoints
        '''
        result = self._values.get("from_endpoints")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromEndpoints"]], result)

    @builtins.property
    def from_entities(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromEntities"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDeny#fromEntities
        '''
        result = self._values.get("from_entities")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromEntities"]], result)

    @builtins.property
    def to_ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyToPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDeny#toPorts
        '''
        result = self._values.get("to_ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyToPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressDeny(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyFromCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumNetworkPolicySpecIngressDenyFromCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumNetworkPolicySpecIngressDenyFromCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__7c9fdb235931a2aefc55ac333a4d9e51b51d5df888b416df5919fc1c88b4bc42)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressDenyFromCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyFromEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumNetworkPolicySpecIngressDenyFromEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumNetworkPolicySpecIngressDenyFromEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__76eebb1f2840439ee1e2485a32aa7a8f94669ea8dffb582fea689871083ab744)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressDenyFromEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__a2c33959187bd170efb8847ea165a8066263988d768c9555195e35b4aa44db5c)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator"
)
class CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator(
    enum.Enum,
):
    '''
    :schema: CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyFromEntities")
class CiliumNetworkPolicySpecIngressDenyFromEntities(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecIngressDenyFromEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports"},
)
class CiliumNetworkPolicySpecIngressDenyToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressDenyToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param ports: 

        :schema: CiliumNetworkPolicySpecIngressDenyToPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e2e3b0653ae1a21fe9f46ae6909f67608bad12ec115e63286cb2d9ac0be0f425)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyToPortsPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressDenyToPortsPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressDenyToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumNetworkPolicySpecIngressDenyToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumNetworkPolicySpecIngressDenyToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__3befc2392d0ff171fb580337389681bb3d620c19805d1a02de3a236c4b018edf)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol"]:
        '''
        :schema: CiliumNetworkPolicySpecIngressDenyToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressDenyToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol")
class CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressFromCidrSet",
    jsii_struct_bases=[],
    name_mapping={
        "cidr": "cidr",
        "cidr_group_ref": "cidrGroupRef",
        "except_": "except",
    },
)
class CiliumNetworkPolicySpecIngressFromCidrSet:
    def __init__(
        self,
        *,
        cidr: typing.Optional[builtins.str] = None,
        cidr_group_ref: typing.Optional[builtins.str] = None,
        except_: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param cidr: 
        :param cidr_group_ref: 
        :param except_: 

        :schema: CiliumNetworkPolicySpecIngressFromCidrSet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__ced38d0cd5722e5a4e9514c47f75dcf2d12bfa2556fa969a4fe93525c1beb150)
            check_type(argname="argument cidr", value=cidr, expected_type=type_hints["cidr"])
            check_type(argname="argument cidr_group_ref", value=cidr_group_ref, expected_type=type_hints["cidr_group_ref"])
            check_type(argname="argument except_", value=except_, expected_type=type_hints["except_"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if cidr is not None:
            self._values["cidr"] = cidr
        if cidr_group_ref is not None:
            self._values["cidr_group_ref"] = cidr_group_ref
        if except_ is not None:
            self._values["except_"] = except_

    @builtins.property
    def cidr(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecIngressFromCidrSet#cidr
        '''
        result = self._values.get("cidr")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def cidr_group_ref(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecIngressFromCidrSet#cidrGroupRef
        '''
        result = self._values.get("cidr_group_ref")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def except_(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressFromCidrSet#except
        '''
        result = self._values.get("except_")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressFromCidrSet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressFromEndpoints",
    jsii_struct_bases=[],
    name_mapping={
        "match_expressions": "matchExpressions",
        "match_labels": "matchLabels",
    },
)
class CiliumNetworkPolicySpecIngressFromEndpoints:
    def __init__(
        self,
        *,
        match_expressions: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions", typing.Dict[builtins.str, typing.Any]]]] = None,
        match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    ) -> None:
        '''
        :param match_expressions: 
        :param match_labels: 

        :schema: CiliumNetworkPolicySpecIngressFromEndpoints
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__32e261785a2e822779086341f2239739bc960949077d95c756997ccf8998b99a)
            check_type(argname="argument match_expressions", value=match_expressions, expected_type=type_hints["match_expressions"])
            check_type(argname="argument match_labels", value=match_labels, expected_type=type_hints["match_labels"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if match_expressions is not None:
            self._values["match_expressions"] = match_expressions
        if match_labels is not None:
            self._values["match_labels"] = match_labels

    @builtins.property
    def match_expressions(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressFromEndpoints#matchExpressions
        '''
        result = self._values.get("match_expressions")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions"]], result)

    @builtins.property
    def match_labels(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressFromEndpoints#matchLabels
        '''
        result = self._values.get("match_labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressFromEndpoints(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "operator": "operator", "values": "values"},
)
class CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions:
    def __init__(
        self,
        *,
        key: builtins.str,
        operator: "CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator",
        values: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param key: 
        :param operator: 
        :param values: 

        :schema: CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4f63a0be5cf396fbafb7a2ba625a0839b818aa30a6e869465990d1569ca50e20)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument operator", value=operator, expected_type=type_hints["operator"])
            check_type(argname="argument values", value=values, expected_type=type_hints["values"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "operator": operator,
        }
        if values is not None:
            self._values["values"] = values

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def operator(
        self,
    ) -> "CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator":
        '''
        :schema: CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions#operator
        '''
        result = self._values.get("operator")
        assert result is not None, "Required property 'operator' is missing"
        return typing.cast("CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator", result)

    @builtins.property
    def values(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions#values
        '''
        result = self._values.get("values")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator"
)
class CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator
    '''

    IN = "IN"
    '''In.'''
    NOT_IN = "NOT_IN"
    '''NotIn.'''
    EXISTS = "EXISTS"
    '''Exists.'''
    DOES_NOT_EXIST = "DOES_NOT_EXIST"
    '''DoesNotExist.'''


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecIngressFromEntities")
class CiliumNetworkPolicySpecIngressFromEntities(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecIngressFromEntities
    '''

    ALL = "ALL"
    '''all.'''
    WORLD = "WORLD"
    '''world.'''
    CLUSTER = "CLUSTER"
    '''cluster.'''
    HOST = "HOST"
    '''host.'''
    INIT = "INIT"
    '''init.'''
    INGRESS = "INGRESS"
    '''ingress.'''
    UNMANAGED = "UNMANAGED"
    '''unmanaged.'''
    REMOTE_HYPHEN_NODE = "REMOTE_HYPHEN_NODE"
    '''remote-node.'''
    HEALTH = "HEALTH"
    '''health.'''
    NONE = "NONE"
    '''none.'''
    KUBE_HYPHEN_APISERVER = "KUBE_HYPHEN_APISERVER"
    '''kube-apiserver.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressToPorts",
    jsii_struct_bases=[],
    name_mapping={"ports": "ports"},
)
class CiliumNetworkPolicySpecIngressToPorts:
    def __init__(
        self,
        *,
        ports: typing.Optional[typing.Sequence[typing.Union["CiliumNetworkPolicySpecIngressToPortsPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param ports: 

        :schema: CiliumNetworkPolicySpecIngressToPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__bdf3e8af13ad8874fcac2c9946ae26a35aa3e6f2a37b0db87836d04c56d5bbe9)
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if ports is not None:
            self._values["ports"] = ports

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["CiliumNetworkPolicySpecIngressToPortsPorts"]]:
        '''
        :schema: CiliumNetworkPolicySpecIngressToPorts#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["CiliumNetworkPolicySpecIngressToPortsPorts"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressToPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecIngressToPortsPorts",
    jsii_struct_bases=[],
    name_mapping={"end_port": "endPort", "port": "port", "protocol": "protocol"},
)
class CiliumNetworkPolicySpecIngressToPortsPorts:
    def __init__(
        self,
        *,
        end_port: typing.Optional[jsii.Number] = None,
        port: typing.Optional[builtins.str] = None,
        protocol: typing.Optional["CiliumNetworkPolicySpecIngressToPortsPortsProtocol"] = None,
    ) -> None:
        '''
        :param end_port: 
        :param port: 
        :param protocol: 

        :schema: CiliumNetworkPolicySpecIngressToPortsPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e72ade95c0a46f57e32f37e47ebb4990164fd8f4e3f80335b5b82bc206aad4ae)
            check_type(argname="argument end_port", value=end_port, expected_type=type_hints["end_port"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if end_port is not None:
            self._values["end_port"] = end_port
        if port is not None:
            self._values["port"] = port
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def end_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: CiliumNetworkPolicySpecIngressToPortsPorts#endPort
        '''
        result = self._values.get("end_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def port(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecIngressToPortsPorts#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(
        self,
    ) -> typing.Optional["CiliumNetworkPolicySpecIngressToPortsPortsProtocol"]:
        '''
        :schema: CiliumNetworkPolicySpecIngressToPortsPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional["CiliumNetworkPolicySpecIngressToPortsPortsProtocol"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecIngressToPortsPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.enum(jsii_type="iocilium.CiliumNetworkPolicySpecIngressToPortsPortsProtocol")
class CiliumNetworkPolicySpecIngressToPortsPortsProtocol(enum.Enum):
    '''
    :schema: CiliumNetworkPolicySpecIngressToPortsPortsProtocol
    '''

    TCP = "TCP"
    '''TCP.'''
    UDP = "UDP"
    '''UDP.'''
    SCTP = "SCTP"
    '''SCTP.'''
    VRRP = "VRRP"
    '''VRRP.'''
    IGMP = "IGMP"
    '''IGMP.'''
    GRE = "GRE"
    '''GRE.'''
    IPIP = "IPIP"
    '''IPIP.'''
    IPV6 = "IPV6"
    '''IPV6.'''
    ESP = "ESP"
    '''ESP.'''
    AH = "AH"
    '''AH.'''
    ANY = "ANY"
    '''ANY.'''


@jsii.data_type(
    jsii_type="iocilium.CiliumNetworkPolicySpecLabels",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "source": "source", "value": "value"},
)
class CiliumNetworkPolicySpecLabels:
    def __init__(
        self,
        *,
        key: builtins.str,
        source: typing.Optional[builtins.str] = None,
        value: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param key: 
        :param source: 
        :param value: 

        :schema: CiliumNetworkPolicySpecLabels
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1fead6d422bb7af16565dbe77a3ac23b404c0cceb11c1a90f9fbb1039e83bffe)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument source", value=source, expected_type=type_hints["source"])
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
        }
        if source is not None:
            self._values["source"] = source
        if value is not None:
            self._values["value"] = value

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: CiliumNetworkPolicySpecLabels#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def source(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecLabels#source
        '''
        result = self._values.get("source")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def value(self) -> typing.Optional[builtins.str]:
        '''
        :schema: CiliumNetworkPolicySpecLabels#value
        '''
        result = self._values.get("value")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "CiliumNetworkPolicySpecLabels(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


__all__ = [
    "CiliumBgpAdvertisement",
    "CiliumBgpAdvertisementProps",
    "CiliumBgpAdvertisementSpec",
    "CiliumBgpAdvertisementSpecAdvertisements",
    "CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType",
    "CiliumBgpAdvertisementSpecAdvertisementsAttributes",
    "CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities",
    "CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown",
    "CiliumBgpAdvertisementSpecAdvertisementsInterface",
    "CiliumBgpAdvertisementSpecAdvertisementsSelector",
    "CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions",
    "CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator",
    "CiliumBgpAdvertisementSpecAdvertisementsService",
    "CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses",
    "CiliumBgpClusterConfig",
    "CiliumBgpClusterConfigProps",
    "CiliumBgpClusterConfigSpec",
    "CiliumBgpClusterConfigSpecBgpInstances",
    "CiliumBgpClusterConfigSpecBgpInstancesPeers",
    "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery",
    "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway",
    "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily",
    "CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode",
    "CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef",
    "CiliumBgpClusterConfigSpecNodeSelector",
    "CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions",
    "CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator",
    "CiliumBgpNodeConfigOverride",
    "CiliumBgpNodeConfigOverrideProps",
    "CiliumBgpNodeConfigOverrideSpec",
    "CiliumBgpNodeConfigOverrideSpecBgpInstances",
    "CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers",
    "CiliumBgpPeerConfig",
    "CiliumBgpPeerConfigProps",
    "CiliumBgpPeerConfigSpec",
    "CiliumBgpPeerConfigSpecFamilies",
    "CiliumBgpPeerConfigSpecFamiliesAdvertisements",
    "CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions",
    "CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator",
    "CiliumBgpPeerConfigSpecFamiliesAfi",
    "CiliumBgpPeerConfigSpecFamiliesSafi",
    "CiliumBgpPeerConfigSpecGracefulRestart",
    "CiliumBgpPeerConfigSpecTimers",
    "CiliumBgpPeerConfigSpecTransport",
    "CiliumClusterwideNetworkPolicy",
    "CiliumClusterwideNetworkPolicyProps",
    "CiliumClusterwideNetworkPolicySpec",
    "CiliumClusterwideNetworkPolicySpecEgress",
    "CiliumClusterwideNetworkPolicySpecEgressDeny",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToEntities",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToPorts",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts",
    "CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol",
    "CiliumClusterwideNetworkPolicySpecEgressToCidrSet",
    "CiliumClusterwideNetworkPolicySpecEgressToEndpoints",
    "CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions",
    "CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator",
    "CiliumClusterwideNetworkPolicySpecEgressToEntities",
    "CiliumClusterwideNetworkPolicySpecEgressToFqdNs",
    "CiliumClusterwideNetworkPolicySpecEgressToPorts",
    "CiliumClusterwideNetworkPolicySpecEgressToPortsPorts",
    "CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol",
    "CiliumClusterwideNetworkPolicySpecEgressToPortsRules",
    "CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns",
    "CiliumClusterwideNetworkPolicySpecEnableDefaultDeny",
    "CiliumClusterwideNetworkPolicySpecEndpointSelector",
    "CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions",
    "CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator",
    "CiliumClusterwideNetworkPolicySpecIngress",
    "CiliumClusterwideNetworkPolicySpecIngressDeny",
    "CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet",
    "CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints",
    "CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions",
    "CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator",
    "CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities",
    "CiliumClusterwideNetworkPolicySpecIngressDenyToPorts",
    "CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts",
    "CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol",
    "CiliumClusterwideNetworkPolicySpecIngressFromCidrSet",
    "CiliumClusterwideNetworkPolicySpecIngressFromEndpoints",
    "CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions",
    "CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator",
    "CiliumClusterwideNetworkPolicySpecIngressFromEntities",
    "CiliumClusterwideNetworkPolicySpecIngressToPorts",
    "CiliumClusterwideNetworkPolicySpecIngressToPortsPorts",
    "CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol",
    "CiliumClusterwideNetworkPolicySpecLabels",
    "CiliumClusterwideNetworkPolicySpecNodeSelector",
    "CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions",
    "CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator",
    "CiliumGatewayClassConfig",
    "CiliumGatewayClassConfigProps",
    "CiliumGatewayClassConfigSpec",
    "CiliumGatewayClassConfigSpecHttpOptions",
    "CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation",
    "CiliumGatewayClassConfigSpecService",
    "CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy",
    "CiliumGatewayClassConfigSpecServiceType",
    "CiliumGatewayClassConfigSpecTelemetry",
    "CiliumGatewayClassConfigSpecTelemetryAccessLogs",
    "CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat",
    "CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets",
    "CiliumL2AnnouncementPolicy",
    "CiliumL2AnnouncementPolicyProps",
    "CiliumL2AnnouncementPolicySpec",
    "CiliumL2AnnouncementPolicySpecNodeSelector",
    "CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions",
    "CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator",
    "CiliumL2AnnouncementPolicySpecServiceSelector",
    "CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions",
    "CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator",
    "CiliumLoadBalancerIpPool",
    "CiliumLoadBalancerIpPoolProps",
    "CiliumLoadBalancerIpPoolSpec",
    "CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs",
    "CiliumLoadBalancerIpPoolSpecBlocks",
    "CiliumLoadBalancerIpPoolSpecServiceSelector",
    "CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions",
    "CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator",
    "CiliumNetworkPolicy",
    "CiliumNetworkPolicyProps",
    "CiliumNetworkPolicySpec",
    "CiliumNetworkPolicySpecEgress",
    "CiliumNetworkPolicySpecEgressDeny",
    "CiliumNetworkPolicySpecEgressDenyToCidrSet",
    "CiliumNetworkPolicySpecEgressDenyToEndpoints",
    "CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions",
    "CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator",
    "CiliumNetworkPolicySpecEgressDenyToEntities",
    "CiliumNetworkPolicySpecEgressDenyToPorts",
    "CiliumNetworkPolicySpecEgressDenyToPortsPorts",
    "CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol",
    "CiliumNetworkPolicySpecEgressToCidrSet",
    "CiliumNetworkPolicySpecEgressToEndpoints",
    "CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions",
    "CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator",
    "CiliumNetworkPolicySpecEgressToEntities",
    "CiliumNetworkPolicySpecEgressToFqdNs",
    "CiliumNetworkPolicySpecEgressToPorts",
    "CiliumNetworkPolicySpecEgressToPortsPorts",
    "CiliumNetworkPolicySpecEgressToPortsPortsProtocol",
    "CiliumNetworkPolicySpecEgressToPortsRules",
    "CiliumNetworkPolicySpecEgressToPortsRulesDns",
    "CiliumNetworkPolicySpecEnableDefaultDeny",
    "CiliumNetworkPolicySpecEndpointSelector",
    "CiliumNetworkPolicySpecEndpointSelectorMatchExpressions",
    "CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator",
    "CiliumNetworkPolicySpecIngress",
    "CiliumNetworkPolicySpecIngressDeny",
    "CiliumNetworkPolicySpecIngressDenyFromCidrSet",
    "CiliumNetworkPolicySpecIngressDenyFromEndpoints",
    "CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions",
    "CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator",
    "CiliumNetworkPolicySpecIngressDenyFromEntities",
    "CiliumNetworkPolicySpecIngressDenyToPorts",
    "CiliumNetworkPolicySpecIngressDenyToPortsPorts",
    "CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol",
    "CiliumNetworkPolicySpecIngressFromCidrSet",
    "CiliumNetworkPolicySpecIngressFromEndpoints",
    "CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions",
    "CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator",
    "CiliumNetworkPolicySpecIngressFromEntities",
    "CiliumNetworkPolicySpecIngressToPorts",
    "CiliumNetworkPolicySpecIngressToPortsPorts",
    "CiliumNetworkPolicySpecIngressToPortsPortsProtocol",
    "CiliumNetworkPolicySpecLabels",
]

publication.publish()

def _typecheckingstub__68bee4e165c5dac939b52a84a1eacac93e22820a6a2b6c75755203289323b574(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpAdvertisementSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__23a1a94f0f153a5700f925ed64eb25be17c99b14b237fecec18450fe4656c4e7(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpAdvertisementSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a212a79dad4eb2e6c3592cb1d201b7cf10eb0d5d2ec4188229bc1053cf1cd92f(
    *,
    advertisements: typing.Sequence[typing.Union[CiliumBgpAdvertisementSpecAdvertisements, typing.Dict[builtins.str, typing.Any]]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e74f5af807ccff6b49d49d0e1a4165146958ec75bf1303b7693fc273f76d4c23(
    *,
    advertisement_type: CiliumBgpAdvertisementSpecAdvertisementsAdvertisementType,
    attributes: typing.Optional[typing.Union[CiliumBgpAdvertisementSpecAdvertisementsAttributes, typing.Dict[builtins.str, typing.Any]]] = None,
    interface: typing.Optional[typing.Union[CiliumBgpAdvertisementSpecAdvertisementsInterface, typing.Dict[builtins.str, typing.Any]]] = None,
    selector: typing.Optional[typing.Union[CiliumBgpAdvertisementSpecAdvertisementsSelector, typing.Dict[builtins.str, typing.Any]]] = None,
    service: typing.Optional[typing.Union[CiliumBgpAdvertisementSpecAdvertisementsService, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__688ad1413f2393931bfc9a448502102de7535589e781208eeb1d18ef14d861f1(
    *,
    communities: typing.Optional[typing.Union[CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunities, typing.Dict[builtins.str, typing.Any]]] = None,
    local_preference: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__53e6d27dee586803563901a44b8677dab1e836f4b093fb55ac8f8ba0df393ce8(
    *,
    large: typing.Optional[typing.Sequence[builtins.str]] = None,
    standard: typing.Optional[typing.Sequence[builtins.str]] = None,
    well_known: typing.Optional[typing.Sequence[CiliumBgpAdvertisementSpecAdvertisementsAttributesCommunitiesWellKnown]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fd6b018ae03e75270c708ac52c06f09850a525c3e8f7021fda6ae3569317cc97(
    *,
    name: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0b475bc8917c92e03bd539b17de190dbe4bffc5f15c3710465c992446b559cd6(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5ff5cbb995462bcc1d5949d74ba0fde891c43ed674362521e19b4c90135e88b6(
    *,
    key: builtins.str,
    operator: CiliumBgpAdvertisementSpecAdvertisementsSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bea979a2fa1dfc336277e9add1681182ee00bab08dbf1596a2cf9714c0540b38(
    *,
    addresses: typing.Sequence[CiliumBgpAdvertisementSpecAdvertisementsServiceAddresses],
    aggregation_length_i_pv4: typing.Optional[jsii.Number] = None,
    aggregation_length_i_pv6: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__62ecf3d514c8ea870d4cb378b2253f909cafd178f134c8f7db17bbb9f683efe9(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpClusterConfigSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b42ca898a7a8c81ae4798b1ca24cd6c68865c2d40151fb25a440b35fc1295d83(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpClusterConfigSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4e255713e49ba4d032d22ee7b9dd0e696840208a7fce827be9b69d600ef0253e(
    *,
    bgp_instances: typing.Sequence[typing.Union[CiliumBgpClusterConfigSpecBgpInstances, typing.Dict[builtins.str, typing.Any]]],
    node_selector: typing.Optional[typing.Union[CiliumBgpClusterConfigSpecNodeSelector, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1affbeda66871350d9c1437e38236d5aad4e7f482e5289e60dc97b72164b1c80(
    *,
    name: builtins.str,
    local_asn: typing.Optional[jsii.Number] = None,
    local_port: typing.Optional[jsii.Number] = None,
    peers: typing.Optional[typing.Sequence[typing.Union[CiliumBgpClusterConfigSpecBgpInstancesPeers, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__22cc5eaefaab355552cb9520727c25bb29a206c596dce1be54bb068c5aa615fe(
    *,
    name: builtins.str,
    auto_discovery: typing.Optional[typing.Union[CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscovery, typing.Dict[builtins.str, typing.Any]]] = None,
    peer_address: typing.Optional[builtins.str] = None,
    peer_asn: typing.Optional[jsii.Number] = None,
    peer_config_ref: typing.Optional[typing.Union[CiliumBgpClusterConfigSpecBgpInstancesPeersPeerConfigRef, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__decde322fdaf14b8f0dac1f790c2402553610c667e86f9f0f8e6fcc40488bd3e(
    *,
    mode: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryMode,
    default_gateway: typing.Optional[typing.Union[CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGateway, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f35ae2e657042e5a442750de798ce11235e3e7df8b3df40370fd601e72a28bc1(
    *,
    address_family: CiliumBgpClusterConfigSpecBgpInstancesPeersAutoDiscoveryDefaultGatewayAddressFamily,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__396cf3526c707d36ac813e589d5d228878d24f5fbbc989a753e37b49276911ac(
    *,
    name: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f76d99c984a094419e973a5bab38b373408e40afcf72693ecb905e93af032b45(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumBgpClusterConfigSpecNodeSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8f55d67f6160dea419a52703b75b6a4236fa55c2459fbfe4d2287f0f9f352087(
    *,
    key: builtins.str,
    operator: CiliumBgpClusterConfigSpecNodeSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f9648ff65b8622237b7c6b223c9d50bc59fc736441f8d225d93e027604c60801(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpNodeConfigOverrideSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bfe2a2c3e416246cf91ca9421530b7091e6f8c9040c380b1b7d4ed62555c8546(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpNodeConfigOverrideSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__82288e407a06990c5cbcac3a2e5c7dc4f52a52d9e7e0023d71e8ae0d715d7b16(
    *,
    bgp_instances: typing.Sequence[typing.Union[CiliumBgpNodeConfigOverrideSpecBgpInstances, typing.Dict[builtins.str, typing.Any]]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__72cf00c01b0fea4fd3d7010862487f02e843b6c1b2431f225765b2f604a4b12f(
    *,
    name: builtins.str,
    local_asn: typing.Optional[jsii.Number] = None,
    local_port: typing.Optional[jsii.Number] = None,
    peers: typing.Optional[typing.Sequence[typing.Union[CiliumBgpNodeConfigOverrideSpecBgpInstancesPeers, typing.Dict[builtins.str, typing.Any]]]] = None,
    router_id: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__203c29f3dfeaa3fd8aeeab2afb45888d52bdf90d7f655d48ebaf7c036bbf4b0a(
    *,
    name: builtins.str,
    local_address: typing.Optional[builtins.str] = None,
    local_port: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__801c779b9924e940dbacf21e64efb4b2cba923ed60b0ee3fcaf4f851d8d163c5(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpPeerConfigSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e8526b575eb20873d79e253a7619e7e7485effe44b016449b6f54c50c8e020d3(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumBgpPeerConfigSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fcc5b256d2acf5f2ab1a6d98ea4929a2e34ef12fd4b3d6350568d48da3f8910e(
    *,
    auth_secret_ref: typing.Optional[builtins.str] = None,
    ebgp_multihop: typing.Optional[jsii.Number] = None,
    families: typing.Optional[typing.Sequence[typing.Union[CiliumBgpPeerConfigSpecFamilies, typing.Dict[builtins.str, typing.Any]]]] = None,
    graceful_restart: typing.Optional[typing.Union[CiliumBgpPeerConfigSpecGracefulRestart, typing.Dict[builtins.str, typing.Any]]] = None,
    timers: typing.Optional[typing.Union[CiliumBgpPeerConfigSpecTimers, typing.Dict[builtins.str, typing.Any]]] = None,
    transport: typing.Optional[typing.Union[CiliumBgpPeerConfigSpecTransport, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__902b9298fdde3ca85892f9fe3231c4c798e9c2e857ecf00dc291019e0674c83c(
    *,
    afi: CiliumBgpPeerConfigSpecFamiliesAfi,
    safi: CiliumBgpPeerConfigSpecFamiliesSafi,
    advertisements: typing.Optional[typing.Union[CiliumBgpPeerConfigSpecFamiliesAdvertisements, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0f6f48c1736b7ee448beee7bd0b21ab70e8b8d8e9af9eb7f7e17b50d804a37b8(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9e91c4f0912ff15b3b3ba4b42a701f531755dcb79c0cc4d12f618578555d5b8f(
    *,
    key: builtins.str,
    operator: CiliumBgpPeerConfigSpecFamiliesAdvertisementsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fa7861e3f230688d855660b4c3abfe3a52e4e92c0395ab641dc1e83e8f30a403(
    *,
    enabled: builtins.bool,
    restart_time_seconds: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e68677d49c09221a12b3045c789dc90b4c976181cbc866c54a245a727b147e3c(
    *,
    connect_retry_time_seconds: typing.Optional[jsii.Number] = None,
    hold_time_seconds: typing.Optional[jsii.Number] = None,
    keep_alive_time_seconds: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1f88a96c25f0c10f44991ae11cc1a138d40e12728eb9f64cb1d70f448995af06(
    *,
    peer_port: typing.Optional[jsii.Number] = None,
    source_interface: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6c61301eee73c864a92c55f9b00e9eff1caa29f7fd95283fc5ed7b7d6b10719c(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumClusterwideNetworkPolicySpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__39930e6fed33d88b26bd222cc2f8c61a48434d3e8e9e777f1921250a47aec0b5(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumClusterwideNetworkPolicySpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4dfde8f9c6d68934c8ca790fa712fc6e82510b6a5e75cf618f5b97755270445d(
    *,
    description: typing.Optional[builtins.str] = None,
    egress: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgress, typing.Dict[builtins.str, typing.Any]]]] = None,
    egress_deny: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressDeny, typing.Dict[builtins.str, typing.Any]]]] = None,
    enable_default_deny: typing.Optional[typing.Union[CiliumClusterwideNetworkPolicySpecEnableDefaultDeny, typing.Dict[builtins.str, typing.Any]]] = None,
    endpoint_selector: typing.Optional[typing.Union[CiliumClusterwideNetworkPolicySpecEndpointSelector, typing.Dict[builtins.str, typing.Any]]] = None,
    ingress: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngress, typing.Dict[builtins.str, typing.Any]]]] = None,
    ingress_deny: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressDeny, typing.Dict[builtins.str, typing.Any]]]] = None,
    labels: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecLabels, typing.Dict[builtins.str, typing.Any]]]] = None,
    node_selector: typing.Optional[typing.Union[CiliumClusterwideNetworkPolicySpecNodeSelector, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9685eb787e03edcd7e529d4a776b8c74a0484515498b1b4bf86077cf62c93e1c(
    *,
    to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    to_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_entities: typing.Optional[typing.Sequence[CiliumClusterwideNetworkPolicySpecEgressToEntities]] = None,
    to_fqd_ns: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToFqdNs, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bbfe6a1d23cfbd6eef1927160f0e190cb09decaa70009de72e1d19ec2c9b3f27(
    *,
    to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    to_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressDenyToCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressDenyToEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_entities: typing.Optional[typing.Sequence[CiliumClusterwideNetworkPolicySpecEgressDenyToEntities]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressDenyToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8ada11b705c77d7f284c02550ad0ea1edb1eeb554b4b11ea3c19c71002a5383e(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ed4f930e3cb7422a94e9356488d6d33c4f92d7126f25ad550d5ea8c5d51e9b9b(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b234d185a3211ae49d742c058438aa940d1752e1fbfb82c67acebfa3a52fae20(
    *,
    key: builtins.str,
    operator: CiliumClusterwideNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fe5790875f182a7d2a88b86a71993d3d2ad69707c1c5bd16c993fa9082c53658(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__380b411dca12c33f3464974a388a3a53e19bf2f69e3e0f1874bc7f2322f7f332(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumClusterwideNetworkPolicySpecEgressDenyToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e611534255d39901ea4977194f7a3ee124b63768036bdd09d738fd6138a965f3(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b522ab45bfa32aaa41f16ff2b443894ef781c562a1aba281373a3c479ecc24c4(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f0c46ee0aaf5e6437f5f497765e954ac8be1caeeb4c04de197e2bc13bb81b18c(
    *,
    key: builtins.str,
    operator: CiliumClusterwideNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__60840d28962ec5171a45ec16df16bc138a71ddbf02be522a94c17d68ba24ec64(
    *,
    match_name: typing.Optional[builtins.str] = None,
    match_pattern: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__24e41e88b9970e8ea8511acf7f538cf40d70cb77afa3e3604cce42e9a2d4cbbf(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
    rules: typing.Optional[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToPortsRules, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f575b38e0f5eb12771cc725331bb1ba4179e8dc6ac21ab2e9a66620de19a56f7(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumClusterwideNetworkPolicySpecEgressToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ab07aff686b435c8b31a37e647eb6a41627e7a5bee50f6976343b14e5e354fc2(
    *,
    dns: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEgressToPortsRulesDns, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6258068991d6c3c697bec72f1ef2888aa048da2b174877ea423a7796b39db97c(
    *,
    match_name: typing.Optional[builtins.str] = None,
    match_pattern: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4af9486f7783b6914d871b2371f93728e31eecc725b0d6d7ff28308f7a8c6aae(
    *,
    egress: typing.Optional[builtins.bool] = None,
    ingress: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6727b764dde1e8e33356e486ee5df562c7d2ef0ba7f2c206c64ba27b5ffe6582(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__69b000c8fb1268694cc7c1dbb23c40ae7499ef62d97e293652d6a05024e6a8cb(
    *,
    key: builtins.str,
    operator: CiliumClusterwideNetworkPolicySpecEndpointSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__15a1c24b660613157310588760dad25bfec7a271ba7131e0d236f0ae6262212b(
    *,
    from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    from_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressFromCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressFromEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_entities: typing.Optional[typing.Sequence[CiliumClusterwideNetworkPolicySpecIngressFromEntities]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ac52af6d3a26384c5f750a3976258c47d5fd83d32a3656c701a8afd39a336f2e(
    *,
    from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    from_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressDenyFromCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_entities: typing.Optional[typing.Sequence[CiliumClusterwideNetworkPolicySpecIngressDenyFromEntities]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressDenyToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__d63b01a0f334b3111bbee2343665a8a4dcf9b6eade1517a9359b6e0bdee55e3b(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1c8adf7d36885a3437754d1dec7fd11eeee2cdb3e5fb0bc8f29c07da394612ce(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7ef33f1bf408ee4317f7d7853b3cc6a84adc13d93a05701ec6c352749d90b3d4(
    *,
    key: builtins.str,
    operator: CiliumClusterwideNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1e69ed6f81b9bd748d7ad47ab947e5233e1a289dd40fda035fc094b0479afa49(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__94ff230fdb606bfbccb732c1b46784165081427f7175368f6a06d829fa687f38(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumClusterwideNetworkPolicySpecIngressDenyToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6f0fc9af35b8f6696190fc20d92a374da9eb3d99f71c33db10263a04cd11c71a(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ef0377b6539536b2e94269ba93d43bb718e83ab1a2a6e0bbcc867770a0368686(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9278f926a39af5f562c502b6fd2bd968f439e8d5f9db6163ab72f941e43930e9(
    *,
    key: builtins.str,
    operator: CiliumClusterwideNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__525b51d480cf3eae23e232f27dad417d210b0e2e3da6a68a1e1e406ef66d5082(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecIngressToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__90c69a263842ac77c69092ff0891683b3e069fd328f6c54e15cd6ef25edf3c79(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumClusterwideNetworkPolicySpecIngressToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b6c0a2c1aa964e0bf0d6a611a570bcd5464979fe3d5265a50599e6519dc386ca(
    *,
    key: builtins.str,
    source: typing.Optional[builtins.str] = None,
    value: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__92ea24e536179654b334f63f64659fa05dff3d2a0d3d87051ef91b96c774c7e0(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__76d5b7ddf60f6963eb15f628ebb5569b6c225fcab8da239795304ee441016f29(
    *,
    key: builtins.str,
    operator: CiliumClusterwideNetworkPolicySpecNodeSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__68f999f0b1b665d95d640a5c81f3986218113a14a50a5117783d4f03ae1dfb7c(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumGatewayClassConfigSpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__48a01c5a0f3c257277d0ade0c1a0047d1a5c2e58da632e690922106e7c799f50(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumGatewayClassConfigSpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fd423482c02b6142f69ff16598588a152806727ea466bcb629ca32921425506b(
    *,
    description: typing.Optional[builtins.str] = None,
    http_options: typing.Optional[typing.Union[CiliumGatewayClassConfigSpecHttpOptions, typing.Dict[builtins.str, typing.Any]]] = None,
    service: typing.Optional[typing.Union[CiliumGatewayClassConfigSpecService, typing.Dict[builtins.str, typing.Any]]] = None,
    telemetry: typing.Optional[typing.Union[CiliumGatewayClassConfigSpecTelemetry, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1172ba77c029c877c2690ddade70ece3e96ab45c72dfc932203e051ab958c7d4(
    *,
    grpc_web_translation: typing.Optional[typing.Union[CiliumGatewayClassConfigSpecHttpOptionsGrpcWebTranslation, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__77aba33e7e8577349df77fcc5e7629327aa6813d8e34a0ef96c91aa4e064ba46(
    *,
    enabled: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__10e815d26403079d0e4d7c012f6486e4dfa094a69bfab71302d58fc6f346c4ed(
    *,
    allocate_load_balancer_node_ports: typing.Optional[builtins.bool] = None,
    external_traffic_policy: typing.Optional[builtins.str] = None,
    ip_families: typing.Optional[typing.Sequence[builtins.str]] = None,
    ip_family_policy: typing.Optional[builtins.str] = None,
    load_balancer_class: typing.Optional[builtins.str] = None,
    load_balancer_source_ranges: typing.Optional[typing.Sequence[builtins.str]] = None,
    load_balancer_source_ranges_policy: typing.Optional[CiliumGatewayClassConfigSpecServiceLoadBalancerSourceRangesPolicy] = None,
    traffic_distribution: typing.Optional[builtins.str] = None,
    type: typing.Optional[CiliumGatewayClassConfigSpecServiceType] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__43f020c7dfe4e1b7de4f7e842c0025d6688c943881bc1f1310021bf45d722a1a(
    *,
    access_logs: typing.Optional[typing.Sequence[typing.Union[CiliumGatewayClassConfigSpecTelemetryAccessLogs, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9d4023657ff1fb443334e7589153afa76ff6b99968400d620d53b18aa843b870(
    *,
    format: CiliumGatewayClassConfigSpecTelemetryAccessLogsFormat,
    json: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    targets: typing.Optional[typing.Sequence[CiliumGatewayClassConfigSpecTelemetryAccessLogsTargets]] = None,
    text: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__cbcfe5ea756450ec183404e41fb8c65ef73b9c492ade022a37894fe9d8705351(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumL2AnnouncementPolicySpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__83727455a7a763fd615cfb4edd6d556537fa59e77ebcd174e97ae59973432879(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumL2AnnouncementPolicySpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7bbc9ad65dbf77c84e87815a78cb0134bd5e2f499847c8d22114db31e7cc160f(
    *,
    external_i_ps: typing.Optional[builtins.bool] = None,
    interfaces: typing.Optional[typing.Sequence[builtins.str]] = None,
    load_balancer_i_ps: typing.Optional[builtins.bool] = None,
    node_selector: typing.Optional[typing.Union[CiliumL2AnnouncementPolicySpecNodeSelector, typing.Dict[builtins.str, typing.Any]]] = None,
    service_selector: typing.Optional[typing.Union[CiliumL2AnnouncementPolicySpecServiceSelector, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__37fa750eb4bc98dfebbc344c530fbec02e2ffe5a3aac97547e87e186772c1c65(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b392c671cb67d5fc1d8985453699926c853f0287affce12898bfe00908ea7c13(
    *,
    key: builtins.str,
    operator: CiliumL2AnnouncementPolicySpecNodeSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1757f2ceb554fd06447cca335e9a335e878e4b4a695357414d8334013f90099a(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0626bbf1260bd57c03be705052ca4faedfcbb87c310626c5c715c6eac811f63d(
    *,
    key: builtins.str,
    operator: CiliumL2AnnouncementPolicySpecServiceSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__de946f6532dac93ae5347b27cb2bdd5af48d8ae0317862a6dd045d8625559e84(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumLoadBalancerIpPoolSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fbf56467233d50c715218b16911b27bf1b50a252af774c22dfebd8e5baf8ebf7(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Union[CiliumLoadBalancerIpPoolSpec, typing.Dict[builtins.str, typing.Any]],
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__aeef96bd972eeee6ac45963baa8100598bdd161980fa27baabe84f4f92973681(
    *,
    allow_first_last_i_ps: typing.Optional[CiliumLoadBalancerIpPoolSpecAllowFirstLastIPs] = None,
    blocks: typing.Optional[typing.Sequence[typing.Union[CiliumLoadBalancerIpPoolSpecBlocks, typing.Dict[builtins.str, typing.Any]]]] = None,
    disabled: typing.Optional[builtins.bool] = None,
    service_selector: typing.Optional[typing.Union[CiliumLoadBalancerIpPoolSpecServiceSelector, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__18e472ca97fef7fa9caec9282e241e68cd9b3fe533f0bc0669924b83c6db4f60(
    *,
    cidr: typing.Optional[builtins.str] = None,
    start: typing.Optional[builtins.str] = None,
    stop: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__08f482455527839444ed3ff7bdcba821065ecbf1245640e10ade65e2c6d7534d(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__461ad71dcebca5835ac9c40acbad21aeba6a72198364714c5a47002d75cbcb74(
    *,
    key: builtins.str,
    operator: CiliumLoadBalancerIpPoolSpecServiceSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9504ff42fb79993fbb1975d4cb123a70227f856cff11e1220fe61cf0b06c1133(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumNetworkPolicySpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__148024b62be5de93026c2128c839b02adadbaeec7529c29e70b752e6bc6f947f(
    *,
    metadata: typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]],
    spec: typing.Optional[typing.Union[CiliumNetworkPolicySpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__05e1d10cbee2a7718097e81725de2db6637956f36df0431ffe30fff170fe46e3(
    *,
    description: typing.Optional[builtins.str] = None,
    egress: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgress, typing.Dict[builtins.str, typing.Any]]]] = None,
    egress_deny: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressDeny, typing.Dict[builtins.str, typing.Any]]]] = None,
    enable_default_deny: typing.Optional[typing.Union[CiliumNetworkPolicySpecEnableDefaultDeny, typing.Dict[builtins.str, typing.Any]]] = None,
    endpoint_selector: typing.Optional[typing.Union[CiliumNetworkPolicySpecEndpointSelector, typing.Dict[builtins.str, typing.Any]]] = None,
    ingress: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngress, typing.Dict[builtins.str, typing.Any]]]] = None,
    ingress_deny: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressDeny, typing.Dict[builtins.str, typing.Any]]]] = None,
    labels: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecLabels, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__eb0baf929d1b8d17160f739abd0de94230f200d7e6f5a81948b89bedc940ac07(
    *,
    to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    to_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressToCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressToEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_entities: typing.Optional[typing.Sequence[CiliumNetworkPolicySpecEgressToEntities]] = None,
    to_fqd_ns: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressToFqdNs, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5cb0640ebf65e079a2a92cdb8553d3f4d6248fa50a1a70519c1dbc2342f9bda6(
    *,
    to_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    to_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressDenyToCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressDenyToEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    to_entities: typing.Optional[typing.Sequence[CiliumNetworkPolicySpecEgressDenyToEntities]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressDenyToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7f3044234eddf0659a1ce9f234184dc3e2a5f3f3fe63917054ec9318de05e934(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__30bab6f6bfac8b821428c19474c05f57a8dfcb9e984b429bfd1dde6f503545df(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0883a7542dbed9e15045ee3defde64bdc58cc2a7f1aeb46d2d58c79614f92503(
    *,
    key: builtins.str,
    operator: CiliumNetworkPolicySpecEgressDenyToEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__752e7c50cdd6223d48d8b16049a558f8d9b47446e9971737ba6c92904ea0e9be(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressDenyToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f5ac4754175c5075d5e76884658888836c4b2b18e7b48217c606ba77656df8f6(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumNetworkPolicySpecEgressDenyToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6080033ec0672b2eb90e62b98cfaaa3d84bcb6ee6f7eb729f18582d49a585712(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e4b474724c3145456b1dfe537ff10eec431d32b71d832eb5c17e2992bfaf382a(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressToEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__cbda02e665ab1773f76f6dd65766fa38fbfe060febfc1f87d684d618522fcc40(
    *,
    key: builtins.str,
    operator: CiliumNetworkPolicySpecEgressToEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__dffd8a55668fd2465fd6a387d7c4408cce88e49a8c5c4a37c2c94cd66b4a37c1(
    *,
    match_name: typing.Optional[builtins.str] = None,
    match_pattern: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4f663bae5d926994a796e3d27392e2b9939b5971e3ee626a9e54ba136db712ca(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
    rules: typing.Optional[typing.Union[CiliumNetworkPolicySpecEgressToPortsRules, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__cbeb9af27e0d6a120e4a5d84a12ec6a714eaac6a2bded3f656234ddf4c6c8ccd(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumNetworkPolicySpecEgressToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__d94daa2a0e50d0c44a73c2c62131f75c9711f665dcec9463da0e2b05db96d68e(
    *,
    dns: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEgressToPortsRulesDns, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f48ff16b0f4aaedbd5aac70d75ada42d5bf38f35d106848683772115f4658688(
    *,
    match_name: typing.Optional[builtins.str] = None,
    match_pattern: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3f519285b37149e47103990cc76678a72493bee33a7eb24e07a2c42a758a7f15(
    *,
    egress: typing.Optional[builtins.bool] = None,
    ingress: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__2b5546c4c79cbe11d2b7c1b64af4d881bacb7d5b914b88e9ae85f6ca1571a9d3(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecEndpointSelectorMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ad0a0fa5b2b1014b02abd31c702732cc16c83abf52b769669696ba636ce7ed95(
    *,
    key: builtins.str,
    operator: CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bc83f360475cc4f190c75b30fad3398399db00b12a7635009d4095012ab4c130(
    *,
    from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    from_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressFromCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressFromEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_entities: typing.Optional[typing.Sequence[CiliumNetworkPolicySpecIngressFromEntities]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b943fea5e08308da8a4a589f31a66992c64b6eaa01b02d062185ee39efecb75c(
    *,
    from_cidr: typing.Optional[typing.Sequence[builtins.str]] = None,
    from_cidr_set: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressDenyFromCidrSet, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_endpoints: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressDenyFromEndpoints, typing.Dict[builtins.str, typing.Any]]]] = None,
    from_entities: typing.Optional[typing.Sequence[CiliumNetworkPolicySpecIngressDenyFromEntities]] = None,
    to_ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressDenyToPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7c9fdb235931a2aefc55ac333a4d9e51b51d5df888b416df5919fc1c88b4bc42(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__76eebb1f2840439ee1e2485a32aa7a8f94669ea8dffb582fea689871083ab744(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a2c33959187bd170efb8847ea165a8066263988d768c9555195e35b4aa44db5c(
    *,
    key: builtins.str,
    operator: CiliumNetworkPolicySpecIngressDenyFromEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e2e3b0653ae1a21fe9f46ae6909f67608bad12ec115e63286cb2d9ac0be0f425(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressDenyToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3befc2392d0ff171fb580337389681bb3d620c19805d1a02de3a236c4b018edf(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumNetworkPolicySpecIngressDenyToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ced38d0cd5722e5a4e9514c47f75dcf2d12bfa2556fa969a4fe93525c1beb150(
    *,
    cidr: typing.Optional[builtins.str] = None,
    cidr_group_ref: typing.Optional[builtins.str] = None,
    except_: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__32e261785a2e822779086341f2239739bc960949077d95c756997ccf8998b99a(
    *,
    match_expressions: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressions, typing.Dict[builtins.str, typing.Any]]]] = None,
    match_labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4f63a0be5cf396fbafb7a2ba625a0839b818aa30a6e869465990d1569ca50e20(
    *,
    key: builtins.str,
    operator: CiliumNetworkPolicySpecIngressFromEndpointsMatchExpressionsOperator,
    values: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bdf3e8af13ad8874fcac2c9946ae26a35aa3e6f2a37b0db87836d04c56d5bbe9(
    *,
    ports: typing.Optional[typing.Sequence[typing.Union[CiliumNetworkPolicySpecIngressToPortsPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e72ade95c0a46f57e32f37e47ebb4990164fd8f4e3f80335b5b82bc206aad4ae(
    *,
    end_port: typing.Optional[jsii.Number] = None,
    port: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[CiliumNetworkPolicySpecIngressToPortsPortsProtocol] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1fead6d422bb7af16565dbe77a3ac23b404c0cceb11c1a90f9fbb1039e83bffe(
    *,
    key: builtins.str,
    source: typing.Optional[builtins.str] = None,
    value: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass
