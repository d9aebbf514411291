"""The names that HXL 1.1 has released, and the two kinds that it leaves to lists and tools.

Taken from the HXL core schema, the source of https://hxlstandard.org/standard/1-1final/dictionary/
(hashtags and attributes of the releases 1.0 and 1.1 that are neither deprecated nor proposed).
"""

from __future__ import annotations

_HASHTAGS = """
    #access #activity #adm1 #adm2 #adm3 #adm4 #adm5 #affected #beneficiary #capacity #cause
    #channel #contact #country #crisis #currency #date #description #event #frequency #geo #group
    #impact #indicator #inneed #item #loc #meta #modality #need #operations #org #output
    #population #reached #region #respondee #sector #service #severity #status #subsector
    #targeted #value
"""
_ATTRIBUTES = """
    abducted activity adolescents adults approved bounds canceled children cluster code converted
    coord dest displaced elderly elevation email end f funder hh i id idps impl incamp ind infants
    infected injured killed lat lon m name noncamp num occurred origin phone prog programme project
    provided refugees reported source start text type url used
"""

HASHTAGS = frozenset(_HASHTAGS.split())
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
VOCABULARIES = frozenset({"v_currency", "v_iso2"})
"""Lists that codes come from: ISO 4217; ISO 3166-1 alpha-2, with XK beside it for Kosovo."""

CONVENTIONS = frozenset({"list"})
"""What HXL tools agree on beside the dictionary: `+list` holds several values in one cell."""
